import type { Hours, SpecialDay } from "../../api/kitchen";
import { DAYS, type Day, spansOf, tidy, withDay } from "./spans";

/// A day of the week, or a date that has hours of its own.
export type Key = Day | `${number}-${string}`;

export interface Differing {
  key: Key;
  /// null: that date is not there
  mine: Told | null;
  theirs: Told | null;
}
export interface Told { why: string | null; spans: { opens: string; closes: string }[] }

const isDay = (key: Key): key is Day => (DAYS as readonly string[]).includes(key);

function told(hours: Hours, key: Key): Told | null {
  if (isDay(key)) return { why: null, spans: spansOf(hours, key) };
  const special = hours.exceptions.find((it) => it.date === key);
  return special ? { why: special.why, spans: special.spans } : null;
}

/// The hours with one day as somebody has it.
export function withKey(hours: Hours, key: Key, as: Told | null): Hours {
  if (isDay(key)) return tidy(withDay(hours, key, as?.spans ?? []));
  const others = hours.exceptions.filter((it) => it.date !== key);
  const mine: SpecialDay[] = as ? [{ date: key, why: as.why, spans: as.spans }] : [];
  return tidy({ ...hours, exceptions: [...others, ...mine] });
}

const same = (a: Told | null, b: Told | null) => JSON.stringify(a) === JSON.stringify(b);

/// Two people began with the same hours. A day that only one of them changed is as they made it; a
/// day that both did is mine until somebody has chosen.
export function merge(base: Hours, mine: Hours, theirs: Hours): { hours: Hours; conflicts: Differing[] } {
  const [before, ours, now] = [tidy(base), tidy(mine), tidy(theirs)];
  const dates = new Set([before, ours, now].flatMap((it) => it.exceptions.map(({ date }) => date as Key)));
  let hours = ours;
  const conflicts: Differing[] = [];
  for (const key of [...DAYS, ...[...dates].sort()]) {
    const [was, my, their] = [told(before, key), told(ours, key), told(now, key)];
    if (same(my, their)) continue;
    if (same(was, my)) hours = withKey(hours, key, their);
    else if (!same(was, their)) conflicts.push({ key, mine: my, theirs: their });
  }
  return { hours, conflicts };
}
