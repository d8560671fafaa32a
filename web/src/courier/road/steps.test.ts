import { expect, test } from "vitest";
import type { Delivery } from "../../api/wire";
import { batches, nextStep, statusOf, take, type Taken, without } from "./steps";
import { stopsOf } from "./stops";

export const ride = (id: number, status: Delivery["status"], changes: Partial<Delivery> = {}): Delivery => ({
  delivery_id: id, order_id: 400 + id, status, courier_id: 3, courier_name: "Léa", courier_lat: null, courier_lon: null,
  restaurant_id: 7, restaurant_name: "Chez Edgar", pickup: { lat: 43.7336, lon: 7.4186, text: "12 Rue Grimaldi" },
  dropoff: { lat: 43.74, lon: 7.4275, text: "1 Place du Casino" }, ready_at: null, promised_at: null, eta: null, proof: null,
  pay: 4.2, tip: 1, cash_due: null, currency: "EUR", created_at: "2026-05-04T17:10:00Z", timeline: [], ...changes,
});
const did = (id: number, step: Taken["step"], at = "2026-05-04T17:20:00Z", proof?: Taken["proof"]): Taken => ({ delivery_id: id, step, at, ...(proof ? { proof } : {}) });
const elsewhere = { pickup: { lat: 43.75, lon: 7.43, text: "far" } };

test("a step counts for its courier before the platform knows of it", () => {
  expect(statusOf(ride(1, "Assigned"), [])).toBe("Assigned");
  expect(statusOf(ride(1, "Assigned"), [did(1, "arrive"), did(1, "pickup")])).toBe("PickedUp");
  expect(statusOf(ride(1, "Assigned"), [did(2, "deliver")])).toBe("Assigned");
});

test("what the platform knows better counts", () => {
  expect(statusOf(ride(1, "AtDoor"), [did(1, "arrive")])).toBe("AtDoor");
  expect(statusOf(ride(1, "Cancelled"), [did(1, "arrive")])).toBe("Cancelled");
});

test("each standing has one next step, the end has none", () => {
  expect(["Assigned", "AtRestaurant", "PickedUp", "AtDoor", "Delivered"].map((it) => nextStep(it as "Assigned"))).toEqual(["arrive", "pickup", "arrive-door", "deliver", null]);
});

test("a thumb that taps twice takes one step, with the time of the first", () => {
  const once = take([], did(1, "arrive"));
  expect(take(once, did(1, "arrive", "2026-05-04T17:20:01Z"))).toEqual(once);
  const wrong = take([], did(1, "deliver", "2026-05-04T17:30:00Z", { pin: "1" }));
  expect(take(wrong, did(1, "deliver", "2026-05-04T17:31:00Z", { pin: "2" })).map((it) => it.proof?.pin)).toEqual(["2"]);
});

test("steps go in one request for each ride, and a photo waits until the door is told", () => {
  const all = [did(1, "pickup"), did(2, "pickup"), did(1, "arrive-door"), did(1, "deliver", "2026-05-04T17:40:00Z", { photo: true })];
  expect(batches(all).map((it) => [it.delivery_id, it.photo, it.steps.map((one) => one.step)])).toEqual([
    [1, false, ["pickup", "arrive-door"]], [1, true, ["deliver"]], [2, false, ["pickup"]],
  ]);
});

test("what was told is forgotten, what came meanwhile stays", () => {
  const all = [did(1, "arrive"), did(1, "pickup", "2026-05-04T17:25:00Z")];
  expect(without(all, [did(1, "arrive")]).map((it) => it.step)).toEqual(["pickup"]);
});

test("stops come in the platform's order", () => {
  const rides = { 1: ride(1, "PickedUp"), 2: ride(2, "Assigned") };
  expect(stopsOf(rides, [2, 1], [], null).map((it) => [it.ride.delivery_id, it.kind])).toEqual([[2, "pickup"], [1, "dropoff"]]);
});

test("the courier may see to another ride first", () => {
  const rides = { 1: ride(1, "PickedUp"), 2: ride(2, "Assigned") };
  expect(stopsOf(rides, [2, 1], [], 1).map((it) => it.ride.delivery_id)).toEqual([1, 2]);
});

test("without signal, the other meal of the same kitchen comes before the door", () => {
  const rides = { 1: ride(1, "AtRestaurant"), 2: ride(2, "Assigned") };
  expect(stopsOf(rides, [1, 2], [did(1, "pickup")], null).map((it) => it.ride.delivery_id)).toEqual([2, 1]);
  expect(stopsOf({ ...rides, 2: ride(2, "Assigned", elsewhere) }, [1, 2], [did(1, "pickup")], null).map((it) => it.ride.delivery_id)).toEqual([1, 2]);
});

test("a ride that is delivered, called off or unknown is no stop", () => {
  const rides = { 1: ride(1, "AtDoor"), 2: ride(2, "Cancelled") };
  expect(stopsOf(rides, [1, 2, 3], [did(1, "deliver")], null)).toEqual([]);
});
