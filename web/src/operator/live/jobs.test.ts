import { expect, test } from "vitest";
import type { Delivery, OrderSummary } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import { assignable, byLateness, jobsOf, lateness, movable, needsHand, steady, stuckOn, unassigned } from "./jobs";
import { choices } from "./nearest";
import { median, numbersOf } from "./numbers";

const NOW = Date.parse("2026-05-04T18:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

const ride = (id: number, changes: Partial<Delivery> = {}): Delivery => ({
  delivery_id: id, order_id: id, status: "Assigned", courier_id: 31, courier_name: "Marie", courier_lat: null, courier_lon: null,
  restaurant_id: 7, restaurant_name: "Chez Edgar", pickup: { lat: 43.73, lon: 7.42, text: "a" }, dropoff: { lat: 43.74, lon: 7.43, text: "b" },
  ready_at: null, promised_at: at(10), eta: { from: at(4), to: at(8) }, proof: null, pay: null, tip: 0, cash_due: null, currency: "EUR",
  note: null, problem: null, created_at: at(-10), timeline: [], ...changes,
});
const order = (id: number, status: OrderSummary["status"], placed = -5): OrderSummary => ({
  order_id: id, status, restaurant_id: 7, restaurant_name: "Chez Edgar", total: 20, currency: "EUR", placed_at: at(placed), status_at: at(placed), rating: null,
});
const courier = (id: number, changes: Partial<Courier> = {}): Courier => ({
  courier_id: id, name: `C${id}`, vehicle: "bicycle", capacity: 2, online: true, lat: 43.73, lon: 7.42, seen_at: at(0), rating: null, delivery_ids: [], ...changes,
});

test("what will likely come after its promise is late, also before the promise has passed", () => {
  expect(lateness(ride(1, { eta: { from: at(13), to: at(16) } }), NOW)).toMatchObject({ pace: "late", late: 180 });
  expect(lateness(ride(1, { promised_at: at(-2), eta: { from: at(-5), to: at(-1) } }), NOW)).toMatchObject({ pace: "late", late: 120 });
});

test("what may just miss its promise is tight, and the rest is good", () => {
  expect(lateness(ride(1, { eta: { from: at(8), to: at(12) } }), NOW).pace).toBe("tight");
  expect(lateness(ride(1), NOW).pace).toBe("good");
  expect(lateness(ride(1, { promised_at: null }), NOW)).toMatchObject({ pace: "unknown", late: null });
});

test("whoever is waited for too long is named", () => {
  expect(stuckOn("Placed", NOW - 3 * 60_000, null, null, NOW)).toBe("payment");
  expect(stuckOn("Paid", NOW - 9 * 60_000, null, null, NOW)).toBe("kitchen");
  expect(stuckOn("Paid", NOW - 60_000, null, null, NOW)).toBeNull();
  const silent = courier(31, { seen_at: at(-9) });
  expect(stuckOn("PickedUp", NOW, ride(1, { status: "PickedUp" }), silent, NOW)).toBe("silent");
});

test("an offer that came to nothing doesn't begin the wait for a courier anew", () => {
  const step = (status: Delivery["status"], minutes: number) => ({ step: 1, status, at: at(minutes), by: "delivery", why: null });
  const timeline = [step("Assigned", -20), step("Waiting", -6), step("Offered", -3), step("Waiting", -1)];
  expect(stuckOn("Preparing", NOW, ride(1, { status: "Waiting", timeline }), null, NOW)).toBe("courier");
  expect(stuckOn("Preparing", NOW, ride(1, { status: "Waiting", timeline: timeline.slice(2) }), null, NOW)).toBeNull();
});

test("the list begins with what is stuck, then the latest; an order and its ride are one line", () => {
  const rides = [ride(1), ride(2, { eta: { from: at(15), to: at(20) } }), ride(3, { eta: { from: at(30), to: at(40) } })];
  const jobs = jobsOf([order(1, "Paid", -30), order(2, "Preparing"), order(4, "Placed", 0)], rides, [], NOW);
  expect(jobs.map((it) => it.id)).toEqual([1, 3, 2, 4]);
  expect(jobs.toSorted(byLateness)).toEqual(jobs);
});

test("only a ride without food on board can be given to somebody else", () => {
  expect(movable(ride(1, { status: "AtRestaurant" }))).toBe(true);
  expect(movable(ride(1, { status: "PickedUp" }))).toBe(false);
  expect(movable(null)).toBe(false);
  const paid = jobsOf([order(1, "Paid")], [ride(1, { status: "Waiting", courier_id: null })], [], NOW);
  expect(paid.some(unassigned) || paid.some(assignable)).toBe(false);
});

test("the six numbers", () => {
  const jobs = jobsOf([order(9, "Preparing")], [ride(1, { status: "Waiting", courier_id: null }), ride(2, { promised_at: at(-1) })], [], NOW);
  const done = (minutes: number, promised: number) =>
    ride(50, { status: "Delivered", promised_at: at(promised), created_at: at(minutes - 30), timeline: [{ step: 1, status: "Delivered", at: at(minutes), by: "courier 31", why: null }] });
  const delivered = [done(-5, -1), done(-10, -20), done(-90, -100)];
  const couriers = [courier(1, { delivery_ids: [4] }), courier(2), courier(3, { online: false })];
  expect(jobs.filter(unassigned).map((it) => it.id)).toEqual([1]);
  expect(numbersOf(jobs, couriers, delivered, NOW)).toEqual({ underWay: 3, late: 1, hand: 1, unassigned: 1, riding: 1, online: 2, onTime: 50, minutes: 30 });
  expect(numbersOf([], [], [], NOW)).toMatchObject({ onTime: null, minutes: null });
});

test("the middle of nothing is nothing", () => {
  expect(median([])).toBeNull();
  expect(median([3, 1])).toBe(2);
  expect(median([9, 1, 2])).toBe(2);
});

test("couriers with room come first, then the nearest; nobody is offered their own ride", () => {
  const near = courier(1, { lat: 43.7301 });
  const far = courier(2, { lat: 43.75 });
  const full = courier(3, { delivery_ids: [1, 2] });
  const found = choices([full, far, near, courier(31), courier(5, { online: false })], ride(1));
  expect(found.map((it) => it.courier.courier_id)).toEqual([1, 2, 3]);
  expect(found.at(-1)?.full).toBe(true);
});

test("what a courier told, and what the order service calls stuck, needs a hand", () => {
  const told = ride(1, { problem: { kind: "nobody_there", text: null, at: at(-1) } });
  const jobs = jobsOf([order(2, "Preparing"), order(3, "Preparing")], [told, ride(2)], [], NOW, new Set([3]));
  expect(jobs.filter(needsHand).map((it) => it.id)).toEqual([1, 3]);
  expect(jobs.find((it) => it.id === 3)?.stuck).toBe("other");
});

test("an order for later waits for its kitchen since it was told to cook", () => {
  const it = { ...order(1, "Paid", -300), status_at: at(-1) };
  expect(jobsOf([it], [], [], NOW)[0]?.stuck).toBeNull();
});

test("a list that is pointed at keeps its order; what is new comes last", () => {
  const jobs = jobsOf([order(1, "Preparing"), order(2, "Preparing"), order(3, "Preparing")], [], [], NOW);
  expect(steady(jobs, [3, 1]).map((it) => it.id)).toEqual([3, 1, 2]);
});
