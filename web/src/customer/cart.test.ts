import { expect, test } from "vitest";
import { dish, menuOf } from "../testing";
import { add, cartOf, change, count, itemsTotal, wireLines } from "./cart";
import { fits, reconcile } from "./reconcile";

const size = { group_id: "1", name: "Size", min: 1, max: 1, options: [
  { option_id: "2", name: "Small", price: 0 },
  { option_id: "3", name: "Large", price: 4.1 },
] };
const pizza = dish("301", 12.2, { option_groups: [size] });
const large = size.options.slice(1);

test("the same dish with the same choices is one line, with others another", () => {
  const once = add(cartOf(menuOf(pizza)), pizza, large, 1, "");
  const twice = add(once, pizza, large, 2, " ");
  const three = add(twice, pizza, size.options.slice(0, 1), 1, "");
  expect(twice.lines).toHaveLength(1);
  expect(count(three)).toBe(4);
  expect(three.lines).toHaveLength(2);
});

test("sums lose nothing to the floating point", () => {
  const cart = add(cartOf(menuOf(pizza)), pizza, large, 3, "");
  expect(itemsTotal(cart)).toBe(48.9);
  expect(itemsTotal(null)).toBe(0);
});

test("a line whose quantity becomes nothing goes, and none grows beyond 99", () => {
  const cart = add(cartOf(menuOf(pizza)), pizza, large, 3, "");
  const key = cart.lines[0]?.key ?? "";
  expect(change(cart, key, 0).lines).toEqual([]);
  expect(change(cart, key, 500).lines[0]?.quantity).toBe(99);
});

test("on the wire a line has only what it needs", () => {
  const cart = add(cartOf(menuOf(pizza)), pizza, large, 1, "crisp");
  expect(wireLines(cart)).toEqual([{ item_id: "301", quantity: 1, options: ["3"], note: "crisp" }]);
});

test("what changed on the menu is said, dish by dish", () => {
  const soup = dish("1", 6);
  const fish = dish("2", 18);
  let cart = cartOf(menuOf(pizza, soup, fish));
  for (const it of [soup, fish]) cart = add(cart, it, [], 1, "");
  cart = add(cart, pizza, large, 1, "");
  const later = menuOf({ ...fish, price: 19.5 }, { ...soup, available: false }, { ...pizza, option_groups: [] });
  const now = reconcile(cart, later);
  expect(now.changes).toEqual([
    { kind: "sold_out", name: "Dish 1" },
    { kind: "price", name: "Dish 2", before: 18, after: 19.5 },
    { kind: "choice", name: "Dish 301" },
  ]);
  expect(now.cart.lines.map((it) => it.price)).toEqual([19.5]);
  expect(reconcile(cart, menuOf()).changes.map((it) => it.kind)).toEqual(["gone", "gone", "gone"]);
});

test("a choice keeps the rules of its group", () => {
  expect(fits(pizza, new Set())).toBe(false);
  expect(fits(pizza, new Set(["2"]))).toBe(true);
  expect(fits(pizza, new Set(["2", "3"]))).toBe(false);
});
