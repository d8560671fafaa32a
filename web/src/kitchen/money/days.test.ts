import { expect, test } from "vitest";
import { bars, datesOf, daysOf } from "./days";

const ZONE = "Europe/Monaco";
const NOW = Date.parse("2026-03-01T23:30:00Z"); // 2 March there

test("periods are the restaurant's own days", () => {
  expect(datesOf("today", NOW, ZONE)).toEqual(["2026-03-02", "2026-03-02"]);
  expect(datesOf("yesterday", NOW, ZONE)).toEqual(["2026-03-01", "2026-03-01"]);
  expect(datesOf("week", NOW, ZONE)).toEqual(["2026-02-24", "2026-03-02"]);
  expect(datesOf("month", NOW, ZONE)).toEqual(["2026-03-01", "2026-03-02"]);
  expect(datesOf("lastMonth", NOW, ZONE)).toEqual(["2026-02-01", "2026-02-28"]);
});

test("days go from midnight to midnight, also when the clocks change", () => {
  expect(daysOf("2026-03-29", "2026-03-29", ZONE)).toEqual({ from: "2026-03-28T23:00:00.000Z", to: "2026-03-29T22:00:00.000Z" });
  expect(daysOf("2026-03-02", "2026-03-01", ZONE)).toBeNull();
  expect(daysOf("2024-01-01", "2026-03-01", ZONE)).toBeNull();
});

test("sales stand in their hour, or on their day", () => {
  const lines = [
    { at: "2026-03-01T18:10:00Z", kind: "sale", amount: 10.1 },
    { at: "2026-03-01T18:50:00Z", kind: "sale", amount: 20.2 },
    { at: "2026-03-01T18:50:00Z", kind: "commission", amount: -6 },
  ];
  const hours = bars(lines, "2026-03-01", "2026-03-01", ZONE);
  expect(hours).toHaveLength(24);
  expect(hours[19]).toEqual({ label: "19", amount: 30.3 });
  expect(bars(lines, "2026-02-28", "2026-03-02", ZONE).map((it) => it.amount)).toEqual([0, 30.3, 0]);
});
