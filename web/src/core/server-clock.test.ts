import { beforeEach, expect, test } from "vitest";
import { clockOff, isFresh, learnClock } from "./server-clock";

const NOON = Date.parse("2026-05-04T12:00:00Z");
const date = (at: number) => new Date(at).toUTCString();

beforeEach(() => void (clockOff.value = 0));

test("a device that is right stays so, whatever the seconds' rounding says", () => {
  learnClock(date(NOON), NOON + 900, NOON + 990);
  expect(clockOff.value).toBe(0);
});

test("a device that is three minutes slow counts by the platform's clock", () => {
  learnClock(date(NOON), NOON - 180_000, NOON - 179_900);
  expect(Math.abs(clockOff.value - 180_000)).toBeLessThan(1000);
  learnClock(date(NOON + 60_000), NOON - 119_000, NOON - 118_900);
  expect(Math.abs(clockOff.value - 180_000)).toBeLessThan(2000);
  learnClock(date(NOON + 120_000), NOON + 120_100, NOON + 120_200);
  expect(clockOff.value).toBe(0);
});

test("an answer that took long, or has no date, says nothing", () => {
  learnClock(date(NOON), NOON - 400_000, NOON - 390_000);
  learnClock(null, NOON - 400_000, NOON - 399_990);
  expect(clockOff.value).toBe(0);
});

test("what a cache may have kept is not asked for the time", () => {
  expect(isFresh(new Headers())).toBe(true);
  expect(isFresh(new Headers({ "Cache-Control": "no-store" }))).toBe(true);
  expect(isFresh(new Headers({ "Cache-Control": "public, max-age=1" }))).toBe(false);
  expect(isFresh(new Headers({ Age: "3" }))).toBe(false);
});
