import { signal } from "@preact/signals";
import { sum } from "../core/money";
import type { Item, Menu } from "../api/wire";
import type { Cart, CartLine } from "./cart";

/// What became of something in the cart since it was put there.
export type Change =
  | { kind: "gone" | "sold_out" | "choice"; name: string }
  | { kind: "price"; name: string; before: number; after: number };

/// What somebody is to be told who comes from an order of before.
export const carried = signal<{ restaurant: number; changes: Change[] } | null>(null);

/// The cart as the menu has it now, and exactly what that changed.
export function reconcile(cart: Cart, menu: Menu): { cart: Cart; changes: Change[] } {
  const items = new Map(menu.sections.flatMap((it) => it.items).map((it) => [it.item_id, it]));
  const changes: Change[] = [];
  const lines: CartLine[] = [];
  for (const line of cart.lines) {
    const item = items.get(line.item_id);
    if (!item) changes.push({ kind: "gone", name: line.name });
    else if (!item.available) changes.push({ kind: "sold_out", name: line.name });
    else {
      const now = refreshed(line, item);
      if (!now) changes.push({ kind: "choice", name: line.name });
      else {
        if (now.price !== line.price)
          changes.push({ kind: "price", name: line.name, before: line.price, after: now.price });
        lines.push(now);
      }
    }
  }
  const { name, currency, minimum_order } = menu;
  return { cart: { ...cart, restaurant_name: name, currency, minimum: minimum_order, lines }, changes };
}

/// The line with today's names and prices, or null when its choices are no longer to be had.
function refreshed(line: CartLine, item: Item): CartLine | null {
  const chosen = new Set(line.options.map((it) => it.option_id));
  const options = item.option_groups.flatMap((it) => it.options).filter((it) => chosen.has(it.option_id));
  if (options.length !== chosen.size || !fits(item, chosen)) return null;
  return {
    ...line,
    name: item.name,
    price: sum([item.price, ...options.map((it) => it.price)]),
    options: options.map(({ option_id, name, price }) => ({ option_id, name, price })),
  };
}

/// Whether a choice keeps the rules of every group.
export function fits(item: Item, chosen: Set<string>): boolean {
  return item.option_groups.every((group) => {
    const taken = group.options.filter((it) => chosen.has(it.option_id)).length;
    return taken >= group.min && taken <= group.max;
  });
}
