/// A line of a chart in three numbers, for those who don't see it.
export function summary(values: (number | null)[]): { last: number; least: number; most: number } | null {
  const known = values.filter((it): it is number => it !== null);
  const last = known.at(-1);
  return last === undefined ? null : { last, least: Math.min(...known), most: Math.max(...known) };
}
