import { readMenu } from "../../api/city";
import type { Failure } from "../../api/failure";
import type { Item, Line, Menu, OrderView } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { go } from "../../core/router";
import { say } from "../../core/toasts";
import { isLess } from "../../core/money";
import { add, type Cart, cart, cartOf, priceOf } from "../cart";
import { type Change, carried, fits } from "../reconcile";

/// Fills the cart with what was ordered before, as far as today's menu has it, and says exactly
/// what is not as it was. An order's lines name their options as people read them, so that is how
/// they are found again.
export function refill(menu: Menu, lines: Line[]): { basket: Cart; changes: Change[] } {
  const items = new Map(menu.sections.flatMap((it) => it.items).map((it) => [it.item_id, it]));
  const changes: Change[] = [];
  let basket = cartOf(menu);
  for (const line of lines) {
    const item = items.get(line.item_id);
    const options = item ? optionsOf(item, line) : null;
    if (!item) changes.push({ kind: "gone", name: line.name });
    else if (!item.available) changes.push({ kind: "sold_out", name: item.name });
    else if (!options) changes.push({ kind: "choice", name: item.name });
    else {
      const now = priceOf(item, options);
      if (isLess(line.price, now)) changes.push({ kind: "price", name: item.name, before: line.price, after: now });
      basket = add(basket, item, options, line.quantity, line.note ?? "");
    }
  }
  return { basket, changes };
}

function optionsOf(item: Item, line: Line) {
  const all = item.option_groups.flatMap((group) => group.options.map((option) => ({ group, option })));
  const found = line.options.map((wanted) =>
    all.find(({ group, option }) => [option.name, option.option_id, `${group.name}: ${option.name}`].includes(wanted))?.option,
  );
  const options = found.filter((it) => it !== undefined);
  return options.length === line.options.length && fits(item, new Set(options.map((it) => it.option_id))) ? options : null;
}

/// @param then where to go with it; null for the kitchen's menu
export async function orderAgain(order: OrderView, then: string | null): Promise<void> {
  try {
    const { basket, changes } = refill(await readMenu(order.restaurant_id), order.items);
    const some = basket.lines.length > 0;
    if (some) cart.value = basket;
    else say(t().order.gone);
    carried.value = some && changes.length ? { restaurant: order.restaurant_id, changes } : null;
    go(some && then ? then : `/r/${order.restaurant_id}`);
  } catch (failure) {
    say(explain(failure as Failure));
  }
}
