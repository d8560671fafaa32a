import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../api/failure";
import { onReturn } from "./online";

/// Something that is read from the server: shown as it was last known, fetched again when the
/// page is looked at or the network comes back.
export interface Resource<T> {
  data: T | null;
  failure: Failure | null;
  loading: boolean;
  reload: () => Promise<void>;
  put: (data: T) => void;
}

const remembered = new Map<string, unknown>();

function known<T>(key: string): T | null {
  if (remembered.has(key)) return remembered.get(key) as T;
  try {
    const text = sessionStorage.getItem(`gofood.seen.${key}`);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

function remember(key: string, data: unknown): void {
  remembered.set(key, data);
  try {
    sessionStorage.setItem(`gofood.seen.${key}`, JSON.stringify(data));
  } catch {
    // too much to keep: it will be fetched again
  }
}

/// Forgets all that was read, for when another person signs in.
export function forgetSeen(): void {
  remembered.clear();
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith("gofood.seen.")) sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
  generation.value++;
}
const generation = signal(0);

/// @param key what it is, with all that it depends on; null to fetch nothing
export function useResource<T>(key: string | null, fetch: () => Promise<T>): Resource<T> {
  const state = useSignal<{ key: string | null; data: T | null; failure: Failure | null }>({
    key: null,
    data: null,
    failure: null,
  });
  if (state.peek().key !== key)
    state.value = { key, data: key ? known<T>(key) : null, failure: null };

  const put = (data: T) => {
    if (!key || state.peek().key !== key) return;
    remember(key, data);
    state.value = { key, data, failure: null };
  };
  const reload = async () => {
    if (!key) return;
    try {
      put(await fetch());
    } catch (failure) {
      if (state.peek().key === key) state.value = { ...state.peek(), failure: failure as Failure };
    }
  };
  const round = generation.value;
  useEffect(() => {
    if (!key) return;
    void reload();
    const look = () => void (document.hidden || reload());
    document.addEventListener("visibilitychange", look);
    const stop = onReturn(() => void reload());
    return () => {
      document.removeEventListener("visibilitychange", look);
      stop();
    };
  }, [key, round]);

  const { data, failure } = state.value;
  return { data, failure, loading: key !== null && !data && !failure, reload, put };
}
