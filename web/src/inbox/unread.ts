import { signal } from "@preact/signals";
import { json } from "../api/json";

/// How many messages nobody has read yet, as far as we know. A page counts now and then: a stream
/// of its own would take one of the few connections that a browser has for all tabs.
export const unread = signal(0);

const EVERY_MS = 60_000;

export function countUnread(): () => void {
  const count = () => {
    if (document.hidden) return;
    void json<{ unread: number }>("/notifications?unread=true&limit=1").then((it) => (unread.value = it.unread), () => undefined);
  };
  count();
  const timer = setInterval(count, EVERY_MS);
  document.addEventListener("visibilitychange", count);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", count);
  };
}
