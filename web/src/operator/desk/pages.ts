import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Failure } from "../../api/failure";
import { onReturn } from "../../core/online";

/// A long list, page by page. It begins anew when `key` changes.
export function usePages<T>(key: string, fetch: (cursor: string) => Promise<{ found: T[]; next: string | null }>) {
  const state = useSignal<{ found: T[] | null; next: string | null; failure: Failure | null }>({ found: null, next: null, failure: null });
  const current = useSignal(key);
  const load = async (cursor: string) => {
    const asked = key;
    try {
      const page = await fetch(cursor);
      if (current.peek() !== asked) return;
      const before = cursor ? state.peek().found ?? [] : [];
      state.value = { found: [...before, ...page.found], next: page.next, failure: null };
    } catch (raw) {
      if (!(raw instanceof Failure)) throw raw;
      if (current.peek() === asked) state.value = { ...state.peek(), failure: raw };
    }
  };
  useEffect(() => {
    current.value = key;
    void load("");
    return onReturn(() => void load(""));
  }, [key]);
  const { found, next, failure } = state.value;
  return {
    found, failure,
    more: next ? () => load(next) : null,
    reload: () => load(""),
    change: (act: (all: T[]) => T[]) => (state.value = { ...state.peek(), found: act(state.peek().found ?? []) }),
  };
}
