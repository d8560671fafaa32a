import { signal } from "@preact/signals";

/// Whether we reach the server, as far as we know: the browser's word, and how the last request
/// went.
export const online = signal(globalThis.navigator?.onLine ?? true);

/// When the last answer came.
export const lastHeard = signal(Date.now());

const returned = new Set<() => void>();

export function heard(): void {
  lastHeard.value = Date.now();
  if (online.value) return;
  online.value = true;
  for (const act of returned) act();
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
