import { kept } from "../../core/kept";
import type { Numbers } from "./numbers";

/// What the numbers were, for the figures: kept by this browser while the screen is open, as the
/// services keep no such series.
export type Sample = [at: number, underWay: number, late: number, unassigned: number, online: number, riding: number, onTime: number | null, minutes: number | null];

export const EVERY_MS = 20_000;
export const MOST = 1080; // six hours
const GAP_MS = 3 * EVERY_MS;

export function added(before: Sample[], now: number, it: Numbers): Sample[] {
  const last = before.at(-1);
  if (last && now - last[0] < EVERY_MS) return before;
  const next: Sample = [now, it.underWay, it.late, it.unassigned, it.online, it.riding, it.onTime, it.minutes];
  return [...before, next].slice(-MOST);
}

/// Columns as a chart wants them; a hole is left where nobody looked.
export function columns(samples: Sample[]): (number | null)[][] {
  const width = 8;
  const all: (number | null)[][] = Array.from({ length: width }, () => []);
  let last: number | null = null;
  for (const sample of samples) {
    if (last !== null && sample[0] - last > GAP_MS) {
      all[0]?.push((last + EVERY_MS) / 1000);
      for (let i = 1; i < width; i++) all[i]?.push(null);
    }
    last = sample[0];
    for (let i = 0; i < width; i++) all[i]?.push(i === 0 ? sample[0] / 1000 : sample[i] ?? null);
  }
  return all;
}

export const samples = kept<Sample[]>("figures", []);

export function sample(now: number, it: Numbers): void {
  const next = added(samples.peek(), now, it);
  if (next !== samples.peek()) samples.value = next;
}
