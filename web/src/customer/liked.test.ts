import { expect, test } from "vitest";
import { together, withUnsent } from "./liked";

test("on signing in what the device had comes to what the account has, each once", () => {
  expect(together([3, 1], [1, 2])).toEqual([3, 1, 2]);
});

test("a heart that was not sent yet counts, and so does one that was taken away", () => {
  expect(withUnsent([1, 2], { 3: true, 2: false })).toEqual([3, 1]);
  expect(withUnsent([1, 2], {})).toEqual([1, 2]);
});
