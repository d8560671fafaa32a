import { expect, test } from "vitest";
import { casesOf, mayGiveBack } from "./trouble";

const kinds = (kind: "pickup" | "dropoff", status: Parameters<typeof casesOf>[0]["status"]) => casesOf({ kind, status }).map((it) => it.kind);

test("what may go wrong depends on where one is", () => {
  expect(kinds("pickup", "Assigned")).not.toContain("long_wait");
  expect(kinds("pickup", "AtRestaurant")[0]).toBe("long_wait");
  expect(kinds("dropoff", "PickedUp")).not.toContain("nobody_there");
  expect(kinds("dropoff", "AtDoor")[0]).toBe("nobody_there");
});

test("everywhere something else can be told", () => {
  for (const status of ["Assigned", "AtRestaurant"] as const) expect(kinds("pickup", status)).toContain("other");
  for (const status of ["PickedUp", "AtDoor"] as const) expect(kinds("dropoff", status)).toContain("other");
});

test("who has the food can't give the ride back", () => {
  expect(mayGiveBack({ kind: "pickup" })).toBe(true);
  expect(mayGiveBack({ kind: "dropoff" })).toBe(false);
});
