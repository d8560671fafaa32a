import { computed, signal } from "@preact/signals";
import { kept } from "../core/kept";
import { sum, times } from "../core/money";
import type { Item, Menu, NewLine, Option } from "../api/wire";

export interface CartLine {
  /// tells lines of the same dish with other options apart
  key: string;
  item_id: string;
  name: string;
  /// of one, with its options, as the menu had it
  price: number;
  quantity: number;
  options: { option_id: string; name: string; price: number }[];
  note: string;
}

export interface Cart {
  restaurant_id: number;
  restaurant_name: string;
  currency: string;
  minimum: number;
  lines: CartLine[];
}

export const cart = kept<Cart | null>("cart", null);

/// What was put in last, for those who hear it.
export const added = signal<{ name: string } | null>(null);

export const count = (it: Cart | null): number =>
  it?.lines.reduce((all, line) => all + line.quantity, 0) ?? 0;

export const itemsTotal = (it: Cart | null): number =>
  sum(it?.lines.map((line) => times(line.price, line.quantity)) ?? []);

export const cartCount = computed(() => count(cart.value));

export const priceOf = (item: Item, options: Option[]): number =>
  sum([item.price, ...options.map((it) => it.price)]);

const keyOf = (item: string, options: { option_id: string }[], note: string): string =>
  [item, ...options.map((it) => it.option_id).sort(), note.trim()].join("|");

const MOST = 99;

/// Puts a dish in. One that is there already with the same options grows.
export function add(to: Cart, item: Item, options: Option[], quantity: number, note: string): Cart {
  const key = keyOf(item.item_id, options, note);
  const there = to.lines.find((line) => line.key === key);
  if (there) return change(to, key, there.quantity + quantity);
  const line: CartLine = {
    key,
    item_id: item.item_id,
    name: item.name,
    price: priceOf(item, options),
    quantity,
    options: options.map(({ option_id, name, price }) => ({ option_id, name, price })),
    note: note.trim(),
  };
  return { ...to, lines: [...to.lines, line] };
}

export function change(it: Cart, key: string, quantity: number): Cart {
  const lines = it.lines
    .map((line) => (line.key === key ? { ...line, quantity: Math.min(quantity, MOST) } : line))
    .filter((line) => line.quantity > 0);
  return { ...it, lines };
}

export const cartOf = (menu: Menu): Cart => ({
  restaurant_id: menu.restaurant_id,
  restaurant_name: menu.name,
  currency: menu.currency,
  minimum: menu.minimum_order,
  lines: [],
});

export const wireLines = (it: Cart): NewLine[] =>
  it.lines.map(({ item_id, quantity, options, note }) => ({
    item_id,
    quantity,
    ...(options.length ? { options: options.map((one) => one.option_id) } : {}),
    ...(note ? { note } : {}),
  }));
