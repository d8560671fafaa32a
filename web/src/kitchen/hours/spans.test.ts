import { expect, test } from "vitest";
import type { Hours, Opening } from "../../api/kitchen";
import { nextSpan, overnight, tidy, withDay, wrong } from "./spans";

const weekly = (...all: [Opening["day"], string, string][]): Hours => ({ weekly: all.map(([day, opens, closes]) => ({ day, opens, closes })), exceptions: [] });

test("hours that overlap are found, across midnight and the week's end", () => {
  expect(wrong(weekly(["mon", "11:00", "14:00"], ["mon", "14:00", "22:00"]))).toBeNull();
  expect(wrong(weekly(["mon", "11:00", "14:00"], ["mon", "13:00", "22:00"]))).toEqual({ kind: "overlap", day: "mon" });
  expect(wrong(weekly(["mon", "18:00", "02:00"], ["tue", "01:00", "03:00"]))).toEqual({ kind: "overlap", day: "tue" });
  expect(wrong(weekly(["mon", "01:00", "03:00"], ["sun", "18:00", "02:00"]))).toEqual({ kind: "overlap", day: "sun" });
});

test("round the clock is a day, any other empty span is a slip", () => {
  expect(wrong(weekly(["mon", "00:00", "00:00"]))).toBeNull();
  expect(wrong(weekly(["mon", "09:00", "09:00"]))).toEqual({ kind: "same", day: "mon" });
});

test("a date can be there once", () => {
  const day = { date: "2026-11-19", why: null, spans: [] };
  expect(wrong({ weekly: [], exceptions: [day, day] })).toEqual({ kind: "twice" });
});

test("a day's spans are changed alone, and stay in the week's order", () => {
  const hours = withDay(weekly(["wed", "11:00:00", "14:00:00"]), "mon", [{ opens: "09:00", closes: "10:00" }]);
  expect(hours.weekly).toEqual([{ day: "mon", opens: "09:00", closes: "10:00" }, { day: "wed", opens: "11:00", closes: "14:00" }]);
  expect(tidy(weekly(["mon", "18:00", "22:00"], ["mon", "11:00", "14:00"])).weekly.map((it) => it.opens)).toEqual(["11:00", "18:00"]);
});

test("what closes before it opens closes on the next day", () => {
  expect(overnight({ opens: "18:00", closes: "02:00" })).toBe(true);
  expect(nextSpan([{ opens: "11:30", closes: "14:30" }])).toEqual({ opens: "18:30", closes: "22:30" });
});
