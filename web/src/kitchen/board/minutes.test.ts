import { expect, test } from "vitest";
import { chipsAround } from "./minutes";

test("times to choose from lie around the usual one", () => {
  expect(chipsAround(20)).toEqual([15, 20, 25]);
  expect(chipsAround(12)).toEqual([5, 12, 15]);
  expect(chipsAround(45)).toEqual([35, 45, 55]);
  expect(chipsAround(240)).toEqual([230, 240]);
});
