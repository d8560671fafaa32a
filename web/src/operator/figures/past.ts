import type { Delivery, OrderSummary, Status } from "../../api/wire";
import { arrived, median } from "../live/numbers";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/// How far one can look back, in hours, and in which steps.
export const SPANS = [{ hours: 1, step: 5 * MINUTE }, { hours: 6, step: 30 * MINUTE }, { hours: 24, step: HOUR }] as const;
export type Span = (typeof SPANS)[number];

export interface Past {
  /// epoch seconds at which each step begins
  at: number[];
  perHour: number[];
  delivered: number[];
  onTime: (number | null)[];
  minutes: (number | null)[];
  ended: number[];
}

export const FAILED: Status[] = ["Declined", "Rejected", "Cancelled"];

/// Orders count when they were placed, all else when it happened.
export function pastOf(orders: OrderSummary[], rides: Delivery[], from: number, to: number, step: number): Past {
  const first = Math.floor(from / step) * step;
  const count = Math.max(1, Math.ceil((to - first) / step));
  const steps = Array.from({ length: count }, (_, i) => ({ placed: 0, ended: 0, promised: 0, kept: 0, delivered: 0, took: [] as number[], i }));
  const into = (moment: number | null) => (moment === null ? undefined : steps[Math.floor((moment - first) / step)]);
  for (const it of orders) {
    const placed = into(Date.parse(it.placed_at));
    if (placed) placed.placed++;
    if (!FAILED.includes(it.status)) continue;
    const over = into(Date.parse(it.status_at ?? it.placed_at));
    if (over) over.ended++;
  }
  for (const ride of rides) {
    const at = arrived(ride);
    const group = into(at);
    if (!group || at === null) continue;
    group.delivered++;
    group.took.push((at - Date.parse(ride.created_at)) / MINUTE);
    if (!ride.promised_at) continue;
    group.promised++;
    if (at <= Date.parse(ride.promised_at)) group.kept++;
  }
  // the first step and the last may be only partly looked at
  const seen = (i: number) => Math.max(MINUTE, Math.min(first + (i + 1) * step, to) - Math.max(first + i * step, from));
  return {
    at: steps.map(({ i }) => (first + i * step) / 1000),
    perHour: steps.map((it) => Math.round((it.placed * HOUR) / seen(it.i))),
    delivered: steps.map((it) => it.delivered),
    onTime: steps.map((it) => (it.promised ? Math.round((100 * it.kept) / it.promised) : null)),
    minutes: steps.map((it) => { const m = median(it.took); return m === null ? null : Math.round(m * 10) / 10; }),
    ended: steps.map((it) => it.ended),
  };
}

export interface Sum { placed: number; delivered: number; ended: number; onTime: number | null; minutes: number | null }

/// The whole time in five numbers.
export function sumOf(orders: OrderSummary[], rides: Delivery[], from: number, to: number): Sum {
  const lately = orders.filter((it) => Date.parse(it.placed_at) >= from);
  const there = rides.filter((it) => (arrived(it) ?? 0) >= from);
  const whole = pastOf(lately, there, 0, to + 1, to + 1);
  return {
    placed: lately.length, delivered: whole.delivered[0] ?? 0, ended: lately.filter((it) => FAILED.includes(it.status)).length,
    onTime: whole.onTime[0] ?? null, minutes: whole.minutes[0] ?? null,
  };
}
