import { expect, test } from "vitest";
import type { Delivery } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import { changed, movedOn, whole } from "./merge";

const ride = (id: number, status: Delivery["status"]) => ({ delivery_id: id, status }) as Delivery;
const courier = (id: number, online = true) => ({ courier_id: id, online, delivery_ids: [1] }) as unknown as Courier;
const news = (deliveries: Delivery[], couriers: Courier[] = []) => ({ deliveries, couriers, at: "" });
const before = { rides: [ride(1, "Assigned"), ride(2, "PickedUp")], couriers: [courier(7), courier(8)], delivered: [] };

test("what has changed takes the place of what was known, and what is new is added", () => {
  const after = changed(before, news([ride(1, "AtRestaurant"), ride(3, "Waiting")], [courier(7, false)]));
  expect(after.rides.map((it) => [it.delivery_id, it.status])).toEqual([[1, "AtRestaurant"], [2, "PickedUp"], [3, "Waiting"]]);
  expect(after.couriers.map((it) => [it.courier_id, it.online])).toEqual([[7, false], [8, true]]);
});

test("a ride that is over leaves; one that arrived counts once", () => {
  const after = changed(changed(before, news([ride(2, "Delivered"), ride(1, "Cancelled")])), news([ride(2, "Delivered")]));
  expect(after.rides).toEqual([]);
  expect(after.delivered.map((it) => it.delivery_id)).toEqual([2]);
});

test("the whole replaces all rides; a courier who is not in it has left", () => {
  const after = whole(before, news([ride(5, "Waiting")], [courier(8)]));
  expect(after.rides.map((it) => it.delivery_id)).toEqual([5]);
  expect(after.couriers.find((it) => it.courier_id === 7)).toMatchObject({ online: false, delivery_ids: [] });
});

test("a ride moves on when its status does, not when its time does", () => {
  expect(movedOn(before.rides, [ride(1, "Assigned")])).toBe(false);
  expect(movedOn(before.rides, [ride(1, "AtRestaurant")])).toBe(true);
  expect(movedOn(before.rides, [ride(9, "Waiting")])).toBe(true);
});
