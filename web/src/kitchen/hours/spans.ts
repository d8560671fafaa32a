import type { Hours } from "../../api/kitchen";

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof DAYS)[number];
export interface Span { opens: string; closes: string }
const WEEK = 7 * 1440;

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/// Whether it closes on the next day.
export const overnight = ({ opens, closes }: Span): boolean => minutes(closes) <= minutes(opens);

export const spansOf = (hours: Hours, day: Day): Span[] =>
  hours.weekly.filter((it) => it.day === day).map(({ opens, closes }) => ({ opens: opens.slice(0, 5), closes: closes.slice(0, 5) }));

export const withDay = (hours: Hours, day: Day, spans: Span[]): Hours => ({
  ...hours,
  weekly: DAYS.flatMap((it) => (it === day ? spans : spansOf(hours, it)).map((span) => ({ day: it, ...span }))),
});

/// A span to begin with: after the last one of the day, if there is one.
export function nextSpan(spans: Span[]): Span {
  const last = spans.at(-1);
  if (!last) return { opens: "11:30", closes: "14:30" };
  return overnight(last) || minutes(last.closes) > 1080 ? { opens: "08:00", closes: "10:00" } : { opens: "18:30", closes: "22:30" };
}

export type Wrong = { kind: "overlap" | "same"; day: Day } | { kind: "twice" };

/// What can't be meant: hours that overlap, also across midnight and the week's end.
export function wrong(hours: Hours): Wrong | null {
  const taken: { day: Day; from: number; to: number }[] = [];
  for (const day of DAYS)
    for (const span of spansOf(hours, day)) {
      if (span.opens === span.closes && span.opens !== "00:00") return { kind: "same", day };
      const from = DAYS.indexOf(day) * 1440 + minutes(span.opens);
      taken.push({ day, from, to: from + ((minutes(span.closes) - minutes(span.opens) + 1440) % 1440 || 1440) });
    }
  for (const [i, a] of taken.entries())
    for (const b of taken.slice(i + 1))
      for (const turn of [-WEEK, 0, WEEK]) if (a.from < b.to + turn && b.from + turn < a.to) return { kind: "overlap", day: b.day };
  const dates = hours.exceptions.map((it) => it.date);
  return new Set(dates).size < dates.length ? { kind: "twice" } : null;
}

/// Times to the minute, days in the week's order, dates in the year's.
export const tidy = (hours: Hours): Hours => ({
  weekly: DAYS.flatMap((day) => spansOf(hours, day).sort((a, b) => a.opens.localeCompare(b.opens)).map((span) => ({ day, ...span }))),
  exceptions: [...hours.exceptions]
    .map((it) => ({ ...it, why: it.why || null, spans: it.spans.map(({ opens, closes }) => ({ opens: opens.slice(0, 5), closes: closes.slice(0, 5) })) }))
    .sort((a, b) => a.date.localeCompare(b.date)),
});
