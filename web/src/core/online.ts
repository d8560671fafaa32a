import { signal } from "@preact/signals";

/// Whether we reach the server, as far as we know: the browser's word, and how the last request
/// went.
export const online = signal(globalThis.navigator?.onLine ?? true);

/// When the last answer came.
export const lastHeard = signal(Date.now());

const returned = new Set<() => void>();

// where some requests come through and others never do, each answer would look like a return
const CALM_MS = 4_000;
let actedAt = 0;
let waiting: ReturnType<typeof setTimeout> | null = null;

export function heard(): void {
  lastHeard.value = Date.now();
  if (online.value) return;
  online.value = true;
  waiting ??= setTimeout(() => {
    waiting = null;
    actedAt = Date.now();
    if (online.peek()) for (const act of returned) act();
  }, Math.max(0, actedAt + CALM_MS - Date.now()));
}

export function unheard(): void {
  online.value = false;
}

/// Does something whenever the network is back. Returns how to stop that.
export function onReturn(act: () => void): () => void {
  returned.add(act);
  return () => returned.delete(act);
}

if (globalThis.document) {
  addEventListener("offline", unheard);
  addEventListener("online", () => heard());
}
