import { computed, signal } from "@preact/signals";
import { now } from "./time";

/// How far the platform's clock is ahead of this device's, in milliseconds. Deadlines are counted
/// down by the platform's clock, whatever a tablet in a kitchen thinks the time is.
export const clockOff = signal(0);
export const serverNow = computed(() => now.value + clockOff.value);
export const serverTime = (): number => Date.now() + clockOff.value;
export const stamp = (): string => new Date(serverTime()).toISOString();

/// A date has whole seconds, and half of the way there and back is a guess: less than this is none.
const NOTHING_MS = 2_000;
const TOO_SLOW_MS = 4_000;

/// @param date an answer's own `Date`
/// @param asked when it was asked for, by this device
export function learnClock(date: string | null, asked: number, heard = Date.now()): void {
  const told = Date.parse(date ?? "");
  if (!Number.isFinite(told) || heard - asked > TOO_SLOW_MS) return;
  const off = told + 500 - (asked + heard) / 2;
  if (Math.abs(off - clockOff.value) < NOTHING_MS) return;
  clockOff.value = Math.abs(off) < NOTHING_MS ? 0 : Math.round(off);
}

/// What may have lain in a cache says nothing about now.
export const isFresh = (headers: Headers): boolean =>
  !headers.has("Age") && (headers.get("Cache-Control") ?? "no-store").includes("no-store");
