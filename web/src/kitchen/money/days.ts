import type { Days } from "../../api/statements";
import { dateIn, plusDays, zoned } from "../zoned";

export const PERIODS = ["today", "yesterday", "week", "month", "lastMonth", "own"] as const;
export type Period = (typeof PERIODS)[number];

/// First and last day of a period, as dates of the restaurant's own calendar.
export function datesOf(period: Exclude<Period, "own">, now: number, zone: string): [string, string] {
  const today = dateIn(now, zone);
  const first = `${today.slice(0, 8)}01`;
  switch (period) {
    case "today": return [today, today];
    case "yesterday": return [plusDays(today, -1), plusDays(today, -1)];
    case "week": return [plusDays(today, -6), today];
    case "month": return [first, today];
    case "lastMonth": {
      const end = plusDays(first, -1);
      return [`${end.slice(0, 8)}01`, end];
    }
  }
}

const MOST_MS = 366 * 86_400_000;

/// From the first day's midnight to the one after the last; null when that can't be asked for.
export function daysOf(first: string, last: string, zone: string): Days | null {
  if (!first || !last || last < first) return null;
  const [from, to] = [zoned(first, "00:00", zone), zoned(plusDays(last, 1), "00:00", zone)];
  return to.getTime() - from.getTime() > MOST_MS ? null : { from: from.toISOString(), to: to.toISOString() };
}

export interface Bar { label: string; amount: number }

interface Sale { at: string; kind: string; amount: number }

/// Sales by the hour of a single day, or by the day.
export function bars(lines: Sale[], first: string, last: string, zone: string): Bar[] {
  const hourly = first === last;
  const sales = lines.filter((it) => it.kind === "sale");
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone });
  const labels: string[] = [];
  if (hourly) for (let it = 0; it < 24; it++) labels.push(String(it).padStart(2, "0"));
  else for (let it = first; it <= last; it = plusDays(it, 1)) labels.push(it);
  const sums = new Map(labels.map((it) => [it, 0]));
  for (const sale of sales) {
    const label = hourly ? hour.format(new Date(sale.at)) : dateIn(Date.parse(sale.at), zone);
    sums.set(label, ((sums.get(label) ?? 0) * 1000 + Math.round(sale.amount * 1000)) / 1000);
  }
  return labels.map((label) => ({ label, amount: sums.get(label) ?? 0 }));
}
