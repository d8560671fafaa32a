import { computed, signal } from "@preact/signals";
import { notices as readAll, readNotices } from "../../api/operate";
import type { Notification } from "../../api/wire-operator";
import { say } from "../../core/toasts";
import { language, t } from "../../core/i18n";
import { o } from "../words";
import { sweep } from "./city";
import { followShared } from "./shared";

/// What the platform tells operators, newest first, as it comes.
export const notices = signal<Notification[] | null>(null);
export const unread = computed(() => (notices.value ?? []).filter((it) => !it.read).length);

const MOST = 500;
const QUIET_MS = 30_000;

/// What kind of message it is, in the reader's language; the services' own text is English.
export function kindWords(kind: string): string {
  const w = o().notices;
  return kind in w.kind ? w.kind[kind as keyof typeof w.kind] : w.other;
}

export function merged(before: Notification[], more: Notification[]): Notification[] {
  const all = new Map([...before, ...more].map((it) => [it.notification_id, it]));
  return [...all.values()].sort((a, b) => b.notification_id - a.notification_id).slice(0, MOST);
}

/// Where the older ones go on; null when there are none.
export const older = signal<string | null>(null);

async function reload(): Promise<void> {
  const page = await readAll().catch(() => null);
  if (!page) return;
  notices.value = merged(notices.peek() ?? [], page.notifications);
  older.value ??= page.next_cursor;
}

export async function readOlder(): Promise<void> {
  const page = await readAll(older.peek() ?? "");
  notices.value = merged(notices.peek() ?? [], page.notifications);
  older.value = page.next_cursor;
}

export async function markRead(): Promise<void> {
  await readNotices();
  notices.value = (notices.peek() ?? []).map((it) => ({ ...it, read: true }));
}

/// Live, and going on after the last message that came; each of them is a reason to look again.
export function watchNotices(): () => void {
  const spoken = language.value === "fr" ? "fr" : "en";
  const began = Date.now();
  let spoke = 0;
  notices.value = null;
  older.value = null;
  void reload();
  return followShared(
    `/notifications/stream?lang=${spoken}`,
    (event) => {
      if (event.name !== "notification") return;
      const it = JSON.parse(event.data) as Notification;
      const known = notices.peek()?.some((one) => one.notification_id === it.notification_id);
      notices.value = merged(notices.peek() ?? [], [it]);
      if (known || Date.parse(it.at) < began) return;
      void sweep();
      // on a bad evening they come by the dozen: the bell counts them, and one in a while is said
      if (Date.now() - spoke < QUIET_MS) return;
      spoke = Date.now();
      say(it.order_id ? `${kindWords(it.kind)} · ${t().order.title(it.order_id)}` : kindWords(it.kind));
    },
    () => void reload(),
  );
}
