import { computed, effect, signal } from "@preact/signals";
import { follow } from "../../api/live";
import { type News, readNews, readOne, readUpTo } from "../../api/news";
import { user } from "../../api/session";
import { language } from "../../core/i18n";

// What was told to this person, newest first, as it comes.

export const news = signal<News[] | null>(null);
export const unread = signal(0);
export const older = signal<string | null>(null);
export const hasNews = computed(() => user.value !== null);

export const merged = (before: News[], more: News[]): News[] =>
  [...new Map([...before, ...more].map((it) => [it.notification_id, it])).values()].sort((a, b) => b.notification_id - a.notification_id);

export async function loadNews(): Promise<void> {
  const page = await readNews();
  news.value = merged(news.peek() ?? [], page.notifications);
  unread.value = page.unread;
  older.value ??= page.next_cursor;
}

export async function loadOlder(): Promise<void> {
  const page = await readNews(older.peek());
  news.value = merged(news.peek() ?? [], page.notifications);
  older.value = page.next_cursor;
}

export async function markAll(): Promise<void> {
  unread.value = await readUpTo();
  news.value = (news.peek() ?? []).map((it) => ({ ...it, read: true }));
}

export async function markOne(id: number): Promise<void> {
  if (news.peek()?.find((it) => it.notification_id === id)?.read) return;
  news.value = (news.peek() ?? []).map((it) => (it.notification_id === id ? { ...it, read: true } : it));
  unread.value = await readOne(id);
}

let reading = false;

/// Whoever looks at an order has read what was told about it.
export async function readAbout(order: number): Promise<void> {
  if (reading) return;
  reading = true;
  try {
    for (;;) {
      const next = news.peek()?.find((it) => it.order_id === order && !it.read);
      if (!next) return;
      await markOne(next.notification_id);
    }
  } finally {
    reading = false;
  }
}

/// Follows the inbox of whoever is signed in, in the language that is chosen.
export function watchNews(): () => void {
  let stop = () => {};
  let before = "";
  const end = effect(() => {
    const me = user.value?.user_id;
    const now = me ? `${me} ${language.value}` : "";
    if (now === before) return;
    before = now;
    stop();
    [news.value, unread.value, older.value] = [null, 0, null];
    stop = me ? stream() : () => {};
  });
  return () => {
    end();
    stop();
  };
}

function stream(): () => void {
  void loadNews().catch(() => undefined);
  return follow(
    "/notifications/stream",
    (event) => {
      if (event.name !== "notification") return;
      const it = JSON.parse(event.data) as News;
      const known = news.peek()?.some((one) => one.notification_id === it.notification_id) ?? true;
      if (news.peek()) news.value = merged(news.peek() ?? [], [it]);
      if (!known && !it.read) unread.value++;
    },
    () => void loadNews().catch(() => undefined),
    () => false,
    true,
  );
}
