import { expect, test } from "vitest";
import { dateIn, lastMorning, morning, plusDays, zoned } from "./zoned";

const ZONE = "Europe/Monaco";

test("a time on a clock is a moment, in winter, in summer and on the day between", () => {
  expect(zoned("2026-01-10", "18:30", ZONE).toISOString()).toBe("2026-01-10T17:30:00.000Z");
  expect(zoned("2026-07-10", "18:30", ZONE).toISOString()).toBe("2026-07-10T16:30:00.000Z");
  expect(zoned("2026-03-29", "00:00", ZONE).toISOString()).toBe("2026-03-28T23:00:00.000Z");
  expect(zoned("2026-03-30", "00:00", ZONE).toISOString()).toBe("2026-03-29T22:00:00.000Z");
});

test("a day is the place's own", () => {
  expect(dateIn(Date.parse("2026-05-04T22:30:00Z"), ZONE)).toBe("2026-05-05");
  expect(plusDays("2026-02-28", 1)).toBe("2026-03-01");
});

test("until tomorrow is until the next morning, also just after midnight", () => {
  expect(morning(Date.parse("2026-05-04T18:00:00Z"), ZONE).toISOString()).toBe("2026-05-05T03:00:00.000Z");
  expect(morning(Date.parse("2026-05-04T23:00:00Z"), ZONE).toISOString()).toBe("2026-05-05T03:00:00.000Z");
});

test("a kitchen's day goes on after midnight", () => {
  expect(lastMorning(Date.parse("2026-05-04T18:00:00Z"), ZONE).toISOString()).toBe("2026-05-04T03:00:00.000Z");
  expect(lastMorning(Date.parse("2026-05-04T23:30:00Z"), ZONE).toISOString()).toBe("2026-05-04T03:00:00.000Z");
});
