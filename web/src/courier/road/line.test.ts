import { expect, test } from "vitest";
import { metresBetween } from "../../core/geo";
import { earned, bounds, standing } from "../money/period";
import type { Statement } from "../../api/couriers";
import { along, lengthOf, type Line, placeOn, rest } from "./line";
import { within } from "./photo";
import { turnsOf, windOf } from "./turns";

const M = 1 / 111_195; // degrees of latitude in a metre
const E = M / Math.cos((43.7 * Math.PI) / 180);
const at = (north: number, east: number) => ({ lat: 43.7 + north * M, lon: 7.4 + east * E });
// north, then right, then left again
const line: Line = [at(0, 0), at(100, 0), at(100, 80), at(160, 80)];

test("a place on the way is the nearest one, and says how far off it is", () => {
  const place = placeOn(line, at(50, 12));
  expect(place?.segment).toBe(0);
  expect(place?.off).toBeCloseTo(12, 0);
  expect(lengthOf(rest(line, place as NonNullable<typeof place>))).toBeCloseTo(190, 0);
});

test("riding along ends at the end", () => {
  expect(metresBetween(along(line, 130), at(100, 30))).toBeLessThan(0.5);
  expect(along(line, 9999)).toEqual(line.at(-1));
});

test("turns are told from the shape of the way, with their distances", () => {
  expect(turnsOf(line).map((it) => [it.side, Math.round(it.metres)])).toEqual([["right", 100], ["left", 180]]);
});

test("a bend that is drawn with many points is one turn, a wave is none", () => {
  const bend: Line = [at(0, 0), at(100, 0), at(108, 3), at(112, 10), at(113, 60)];
  expect(turnsOf(bend).map((it) => it.side)).toEqual(["right"]);
  expect(turnsOf([at(0, 0), at(50, 0), at(100, 9), at(150, 9)])).toEqual([]);
});

test("winds have names", () => {
  expect([windOf(at(0, 0), at(9, 0)), windOf(at(0, 0), at(-9, 9)), windOf(at(0, 0), at(0, -9))]).toEqual(["north", "southEast", "west"]);
});

test("a photo keeps its shape and never becomes larger", () => {
  expect(within(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(within(640, 480, 1600)).toEqual({ width: 640, height: 480 });
});

test("earned is what came from riding, without cash and payouts", () => {
  const sums = { orders: 2, sales: 0, commission: 0, rides: 8.4, tips: 1.5, refunds: 0, promotions: 0, compensations: 0.1, cash: -24.6, payouts: -5, vat: 0 };
  expect(earned({ sums } as Statement)).toBe(10);
  expect(standing(-14.6)).toEqual({ who: "held", amount: 14.6 });
  expect(standing(3).who).toBe("owed");
});

test("a week ends with today, and has seven days", () => {
  const { from, to } = bounds("week", new Date(2026, 4, 4, 18));
  expect([from.getDate(), from.getMonth(), to.getDate()]).toEqual([28, 3, 5]);
});
