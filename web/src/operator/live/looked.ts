import { signal } from "@preact/signals";

/// The order that the pointer or the keyboard is on; the map shows it.
export const looked = signal<number | null>(null);
