import { readMenu } from "../../api/city";
import type { Failure } from "../../api/failure";
import type { Item, Line, Menu, OrderView } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { go } from "../../core/router";
import { say } from "../../core/toasts";
import { add, cart, cartOf } from "../cart";
import { fits } from "../reconcile";

/// Fills the cart with what was ordered before, as far as today's menu has it. An order's lines
/// name their options as people read them, so that is how they are found again.
export function refill(menu: Menu, lines: Line[]) {
  const items = new Map(menu.sections.flatMap((it) => it.items).map((it) => [it.item_id, it]));
  return lines.reduce((basket, line) => {
    const item = items.get(line.item_id);
    const options = item ? optionsOf(item, line) : null;
    return item?.available && options ? add(basket, item, options, line.quantity, line.note ?? "") : basket;
  }, cartOf(menu));
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
    const basket = refill(await readMenu(order.restaurant_id), order.items);
    const had = new Set(basket.lines.map((it) => it.item_id));
    const lost = order.items.filter((it) => !had.has(it.item_id)).map((it) => it.name);
    if (basket.lines.length) cart.value = basket;
    if (!basket.lines.length) say(t().order.gone);
    else if (lost.length) say(t().shop.lostDishes(lost.join(", ")));
    go(basket.lines.length && then ? then : `/r/${order.restaurant_id}`);
  } catch (failure) {
    say(explain(failure as Failure));
  }
}
