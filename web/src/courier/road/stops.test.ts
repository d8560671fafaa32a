import { expect, test } from "vitest";
import type { Planned } from "../../api/couriers";
import type { Taken } from "./steps";
import { ride } from "../testing";
import { stopsOf } from "./stops";

const plan = (...all: string[]): Planned[] =>
  all.map((it) => ({ delivery_id: Number(it.slice(1)), kind: it.startsWith("p") ? "pickup" : "dropoff" }));
const did = (id: number, step: Taken["step"]): Taken => ({ delivery_id: id, step, at: "2026-05-04T17:20:00Z" });
const shown = (stops: ReturnType<typeof stopsOf>) => stops.map((it) => `${it.kind[0]}${it.ride.delivery_id}`);

test("stops come in the platform's order, without what is done", () => {
  const rides = { 1: ride(1, "AtRestaurant"), 2: ride(2, "Assigned") };
  const both = plan("p1", "p2", "d1", "d2");
  expect(shown(stopsOf(rides, both, [], null))).toEqual(["p1", "p2", "d1", "d2"]);
  expect(shown(stopsOf({ ...rides, 1: ride(1, "PickedUp") }, both, [], null))).toEqual(["p2", "d1", "d2"]);
});

test("without signal the next stop follows from the steps that were taken", () => {
  const rides = { 1: ride(1, "Assigned"), 2: ride(2, "Assigned") };
  const both = plan("p1", "p2", "d1", "d2");
  expect(shown(stopsOf(rides, both, [did(1, "arrive"), did(1, "pickup")], null))).toEqual(["p2", "d1", "d2"]);
  const all = [did(1, "pickup"), did(2, "pickup"), did(1, "arrive-door"), did(1, "deliver")];
  expect(shown(stopsOf(rides, both, all, null))).toEqual(["d2"]);
});

test("the courier may see to another ride first, but to no door before its kitchen", () => {
  const rides = { 1: ride(1, "PickedUp"), 2: ride(2, "Assigned") };
  expect(shown(stopsOf(rides, plan("d1", "p2", "d2"), [], 2))).toEqual(["p2", "d1", "d2"]);
  expect(shown(stopsOf(rides, plan("d2", "p2", "d1"), [], null))[0]).toBe("p2");
});

test("a ride that the plan doesn't know yet comes last", () =>
  expect(shown(stopsOf({ 1: ride(1, "PickedUp"), 2: ride(2, "Assigned") }, plan("d1"), [], null))).toEqual(["d1", "p2", "d2"]));

test("what is delivered, called off or unknown is no stop", () => {
  const rides = { 1: ride(1, "AtDoor"), 2: ride(2, "Cancelled") };
  expect(stopsOf(rides, plan("d1", "p2", "d2", "d3"), [did(1, "deliver")], null)).toEqual([]);
});

test("food that goes back to its kitchen comes at last, unless the courier wants it first", () => {
  const rides = { 1: ride(1, "PickedUp") };
  const back = [ride(9, "Returned")];
  expect(shown(stopsOf(rides, plan("d1"), [], null, back))).toEqual(["d1", "r9"]);
  expect(shown(stopsOf(rides, plan("d1"), [], 9, back))).toEqual(["r9", "d1"]);
  expect(stopsOf({}, [], [], null, back)[0]?.at.text).toBe("12 Rue Grimaldi");
});
