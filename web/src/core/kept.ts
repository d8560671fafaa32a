import { effect, signal, type Signal } from "@preact/signals";

const PREFIX = "gofood.";

/// What was stored under a name, or null. A browser may refuse storage altogether.
export function recall<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + name);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function store(name: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // without storage everything works until the page is closed
  }
}

/// A signal that survives a reload and is the same in every tab.
export function kept<T>(name: string, initial: T): Signal<T> {
  const value = signal<T>(recall<T>(name) ?? initial);
  let first = true;
  effect(() => {
    const now = value.value;
    if (first) first = false;
    else store(name, now);
  });
  globalThis.addEventListener?.("storage", (event: StorageEvent) => {
    if (event.key === PREFIX + name) value.value = recall<T>(name) ?? initial;
  });
  return value;
}
