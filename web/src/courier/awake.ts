import { effect } from "@preact/signals";
import { me } from "./state";

let lock: WakeLockSentinel | null = null;

async function stay(): Promise<void> {
  const wanted = me.value?.online ?? false;
  try {
    if (wanted && !document.hidden && (!lock || lock.released)) lock = await navigator.wakeLock?.request("screen");
    if (!wanted) await lock?.release();
  } catch {
    // a battery that is low may say no
  }
}

/// On shift the screen stays on: a phone that sleeps shows no offers and tells no positions.
export function startAwake(): void {
  effect(() => void stay());
  document.addEventListener("visibilitychange", () => void stay());
}
