import { expect, test } from "vitest";
import type { Line } from "../../api/wire";
import { dish, menuOf } from "../../testing";
import { refill } from "./again";

const line = (item_id: string, price: number, changes: Partial<Line> = {}): Line => ({
  line: 1, item_id, name: `Dish ${item_id}`, quantity: 2, options: [], note: null, price, vat_percent: 10, ...changes,
});
const group = { group_id: "1", name: "With", min: 1, max: 1, options: [{ option_id: "11", name: "Fries", price: 2 }] };

test("the same again, with today's prices, and what is not as it was", () => {
  const menu = menuOf(dish("1", 9), dish("2", 12), dish("3", 5, { available: false }), dish("4", 8, { option_groups: [group] }));
  const { basket, changes } = refill(menu, [line("1", 9), line("2", 10), line("3", 5), line("9", 4), line("4", 8, { options: ["Salad"] })]);
  expect(basket.lines.map((it) => [it.item_id, it.price, it.quantity])).toEqual([["1", 9, 2], ["2", 12, 2]]);
  expect(changes).toEqual([
    { kind: "price", name: "Dish 2", before: 10, after: 12 },
    { kind: "sold_out", name: "Dish 3" },
    { kind: "gone", name: "Dish 9" },
    { kind: "choice", name: "Dish 4" },
  ]);
});

test("options are found by the names that an order has, and what became cheaper is no news", () => {
  const menu = menuOf(dish("4", 8, { option_groups: [group] }));
  const { basket, changes } = refill(menu, [line("4", 11, { options: ["With: Fries"] })]);
  expect(basket.lines[0]?.options.map((it) => it.option_id)).toEqual(["11"]);
  expect(changes).toEqual([]);
});
