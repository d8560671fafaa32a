import { expect, test } from "vitest";
import type { Card, DeliveryPrice } from "../../api/wire";
import { arrange, minutesOf, needsPrices, picked } from "./wanted";

const NOW = Date.parse("2026-05-04T17:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const card = (id: number, changes: Partial<Card> = {}): Card => ({
  restaurant_id: id, name: `Kitchen ${id}`, description: null, cuisine: "pizza", address: { lat: 43.7, lon: 7.4, text: "1 Rue" },
  open_now: true, opens_at: null, preparation_minutes: 20, minimum_order: 10, currency: "EUR", distance_metres: 500,
  travel_seconds: 120, delivers: true, time_zone: "Europe/Monaco", rating: null, ...changes,
});
const prices: Record<number, DeliveryPrice> = {
  1: { restaurant_id: 1, delivers: true, delivery_fee: 3.2, currency: "EUR", eta: { from: at(31), to: at(42) } },
  2: { restaurant_id: 2, delivers: true, delivery_fee: 1.99, currency: "EUR", eta: { from: at(18), to: at(26) } },
};
const priceOf = (id: number) => prices[id] ?? null;
const all = [card(1, { rating: { average: 4.7, count: 9 } }), card(2, { rating: { average: 4.1, count: 80 } }), card(3)];
const ids = (query: string, liked: number[] = []) =>
  arrange(all, picked(new URLSearchParams(query)), liked, priceOf, NOW).map((it) => it.restaurant_id);

test("without a wish the service's own order stays", () => expect(ids("")).toEqual([1, 2, 3]));

test("by time, by fee, by stars; what isn't known comes last", () => {
  expect(ids("sort=fast")).toEqual([2, 3, 1]);
  expect(ids("sort=fee")).toEqual([2, 1, 3]);
  expect(ids("sort=stars")).toEqual([1, 2, 3]);
  expect(ids("sort=nonsense")).toEqual([1, 2, 3]);
});

test("filters leave what fits all of them", () => {
  expect(ids("top=1")).toEqual([1]);
  expect(ids("quick=1")).toEqual([2, 3]);
  expect(ids("favourites=1", [3, 1])).toEqual([1, 3]);
});

test("minutes are told in steps of five, never fewer than reckoned, and guessed until then", () => {
  expect(minutesOf(card(2), priceOf(2), NOW)).toEqual([20, 30]);
  expect(minutesOf(card(3), null, NOW)).toEqual([30, 40]);
  expect(minutesOf(card(2), priceOf(2), NOW + 60 * 60_000)).toEqual([5, 10]);
});

test("prices of all are only asked for where they decide", () => {
  expect(needsPrices(picked(new URLSearchParams("sort=fee")))).toBe(true);
  expect(needsPrices(picked(new URLSearchParams("sort=stars&open=1")))).toBe(false);
});
