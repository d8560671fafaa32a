import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/// How many of so many parts are drawn: some at once, and one more whenever the browser has time,
/// so that a long page answers to the finger from the beginning.
export function useGradually(all: number, atOnce: number): number {
  const shown = useSignal(atOnce);
  useEffect(() => {
    if (shown.value >= all) return;
    const more = () => (shown.value += 1);
    if (!globalThis.requestIdleCallback) {
      const wait = setTimeout(more, 30);
      return () => clearTimeout(wait);
    }
    const wait = requestIdleCallback(more, { timeout: 300 });
    return () => cancelIdleCallback(wait);
  }, [shown.value, all]);
  return Math.min(shown.value, all);
}
