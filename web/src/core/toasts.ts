import { signal } from "@preact/signals";

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; act: () => void };
}

export const toasts = signal<Toast[]>([]);
let last = 0;

/// Says something in passing. What can be undone stays a little longer.
export function say(text: string, action?: Toast["action"]): void {
  const id = ++last;
  toasts.value = [...toasts.value.filter((it) => it.action).slice(-1), { id, text, ...(action ? { action } : {}) }];
  setTimeout(() => hush(id), action ? 7000 : 4500);
}

export const hush = (id: number): void => {
  toasts.value = toasts.value.filter((it) => it.id !== id);
};
