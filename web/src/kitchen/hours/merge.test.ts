import { expect, test } from "vitest";
import type { Hours, Opening } from "../../api/kitchen";
import { merge, withKey } from "./merge";

const hours = (weekly: [Opening["day"], string, string][], ...exceptions: [string, string | null][]): Hours => ({
  weekly: weekly.map(([day, opens, closes]) => ({ day, opens, closes })),
  exceptions: exceptions.map(([date, why]) => ({ date, why, spans: [] })),
});
const base = hours([["mon", "11:00", "14:00"], ["tue", "11:00", "14:00"]]);

test("days that different people changed are both kept", () => {
  const mine = hours([["mon", "12:00", "14:00"], ["tue", "11:00", "14:00"]]);
  const theirs = hours([["mon", "11:00:00", "14:00:00"], ["tue", "11:00", "15:00"], ["wed", "18:00", "22:00"]], ["2026-11-19", "National day"]);
  expect(merge(base, mine, theirs)).toEqual({
    hours: hours([["mon", "12:00", "14:00"], ["tue", "11:00", "15:00"], ["wed", "18:00", "22:00"]], ["2026-11-19", "National day"]),
    conflicts: [],
  });
});

test("a day that both changed otherwise is asked about, and is mine until then", () => {
  const mine = hours([["mon", "12:00", "14:00"], ["tue", "11:00", "14:00"]], ["2026-12-25", "Christmas"]);
  const theirs = hours([["tue", "11:00", "14:00"]], ["2026-12-25", null]);
  const { hours: merged, conflicts } = merge(base, mine, theirs);
  expect(conflicts.map((it) => [it.key, it.mine?.spans.length, it.theirs?.spans.length])).toEqual([["mon", 1, 0], ["2026-12-25", 0, 0]]);
  expect(merged).toEqual(mine);
  expect(withKey(merged, "mon", conflicts[0]?.theirs ?? null).weekly.map((it) => it.day)).toEqual(["tue"]);
});

test("a date that both took away, or both made the same, is settled", () => {
  const before = hours([], ["2026-11-19", "National day"]);
  expect(merge(before, hours([]), hours([])).conflicts).toEqual([]);
  expect(merge(hours([]), before, before).conflicts).toEqual([]);
});

test("a date that one took away and the other changed is asked about", () => {
  const before = hours([], ["2026-11-19", "National day"]);
  expect(merge(before, hours([]), hours([], ["2026-11-19", "Feast"])).conflicts).toEqual([
    { key: "2026-11-19", mine: null, theirs: { why: "Feast", spans: [] } },
  ]);
});
