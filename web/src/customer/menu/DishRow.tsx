import type { Item } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { whenWords } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { cart } from "../cart";
import { avoided } from "../liked";

interface Props {
  item: Item;
  currency: string;
  restaurant: number;
  onPick: () => void;
}

/// What the dish costs at least: with the cheapest of what must be chosen.
export const leastPrice = (item: Item): number =>
  item.option_groups.reduce((all, group) => {
    const cheapest = group.options.map((it) => it.price).sort((a, b) => a - b).slice(0, group.min);
    return all + cheapest.reduce((a, b) => a + b, 0);
  }, item.price);

export function DishRow({ item, currency, restaurant, onPick }: Props) {
  const w = t();
  const warned = item.allergens.filter((it) => avoided.value.includes(it));
  const inCart = cart.value?.restaurant_id === restaurant ? cart.value.lines.filter((it) => it.item_id === item.item_id).reduce((n, it) => n + it.quantity, 0) : 0;
  const least = leastPrice(item);
  const price = money(least, currency);
  return (
    <li>
      <button type="button" class={item.available ? "dish-row" : "dish-row out"} disabled={!item.available} onClick={onPick}>
        <span class="grow stack-xs">
          <strong>{inCart > 0 && <span class="badge in">{inCart}<span class="hidden"> {w.nav.cart}</span></span>}{item.name}</strong>
          {item.description && <span class="soft small dish-about">{item.description}</span>}
          <span class="row wrap">
            <span class="number strong">{least === item.price && !item.option_groups.some((it) => it.options.some((one) => one.price > 0)) ? price : w.menu.from(price)}</span>
            {!item.available && <span class="tag">{item.sold_out_until ? w.menu.soldOutUntil(whenWords(item.sold_out_until)) : w.menu.soldOut}</span>}
            {warned.length > 0 && <span class="tag bad"><Icon name="warn" size={14} />{w.menu.warns(warned.map((it) => w.allergens[it]).join(", "))}</span>}
          </span>
        </span>
        {item.available && <span class="dish-add"><Icon name="plus" size={20} /></span>}
      </button>
    </li>
  );
}
