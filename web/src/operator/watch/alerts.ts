import { computed, signal } from "@preact/signals";
import { Failure } from "../../api/failure";
import { alerts as readAll } from "../../api/watch";
import type { Alert } from "../../api/wire-watch";
import { onReturn } from "../../core/online";
import { followShared } from "../live/shared";

/// What is wrong now, and what was; null until it is known.
export const alerts = signal<Alert[] | null>(null);
export const alertFailure = signal<Failure | null>(null);

const EVERY_MS = 60_000;
const WEIGHT = { critical: 0, warning: 1 } as const;

/// Those that last, the gravest first, then the newest.
export const firing = computed(() => lasting(alerts.value ?? []));

export const lasting = (all: Alert[]): Alert[] =>
  all
    .filter((it) => it.cleared_at === null)
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || Date.parse(b.since) - Date.parse(a.since));

/// An alert as it was raised or cleared, among those known.
export function told(all: Alert[], news: Alert): Alert[] {
  const it = { ...news, replica: news.replica ?? null, cleared_at: news.cleared_at ?? null };
  return [it, ...all.filter((one) => one.alert_id !== it.alert_id)];
}

export async function reloadAlerts(): Promise<void> {
  try {
    alerts.value = (await readAll()).alerts.map((it) => ({ ...it, replica: it.replica ?? null, cleared_at: it.cleared_at ?? null }));
    alertFailure.value = null;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    alertFailure.value = failure;
  }
}

/// Live; the whole list is asked for now and then too, as a gateway that was started anew has
/// forgotten what it told.
export function watchAlerts(): () => void {
  void reloadAlerts();
  const stop = followShared(
    "/alerts/stream",
    (event) => {
      if (event.name === "alert") alerts.value = told(alerts.peek() ?? [], JSON.parse(event.data) as Alert);
    },
    () => void reloadAlerts(),
  );
  const timer = setInterval(() => void (document.hidden || reloadAlerts()), EVERY_MS);
  const back = onReturn(() => void reloadAlerts());
  return () => {
    stop();
    clearInterval(timer);
    back();
  };
}
