import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { distance, whenWords } from "../../core/time";
import { Cover } from "../../pictures/Dish";
import { Icon } from "../../pictures/Icon";
import { door } from "../door";
import { favourites, toggleFavourite } from "../liked";
import { cuisineWords } from "../cuisine";
import { Stars } from "../Stars";
import { c } from "../words";
import { isTold, priceOf } from "./prices";
import { minutesOf } from "./wanted";

export function KitchenCard({ card }: { card: Card }) {
  const w = t();
  const closed = !card.open_now;
  const loved = favourites.value.includes(card.restaurant_id);
  return (
    <li class="card">
      <a href={`/r/${card.restaurant_id}`} class="card-link">
        <Cover cuisine={card.cuisine} id={card.restaurant_id} quiet={closed} />
        {closed && (
          <span class="card-closed"><Icon name="clock" size={16} />{card.opens_at ? w.home.opens(whenWords(card.opens_at, Date.now(), card.time_zone)) : w.home.closed}</span>
        )}
        <span class="card-text">
          <span class="row between card-first"><strong class="display card-name cut">{card.name}</strong><Stars given={card.rating} /></span>
          <Facts card={card} />
          <span class="soft small cut">
            {cuisineWords(card.cuisine)}
            {" · "}{card.minimum_order > 0 ? w.home.minimum(money(card.minimum_order, card.currency)) : w.home.noMinimum}
            {card.distance_metres !== null && card.distance_metres !== undefined && <> · <span class="number">{distance(card.distance_metres)}</span></>}
          </span>
        </span>
      </a>
      <button
        type="button" class={loved ? "round filled heart loved" : "round filled heart"} aria-pressed={loved}
        aria-label={loved ? w.home.dropFavourite(card.name) : w.home.addFavourite(card.name)} onClick={() => toggleFavourite(card.restaurant_id)}
      >
        <Icon name="heart" size={22} filled={loved} />
      </button>
    </li>
  );
}

/// How long and for how much, on a line that has its height before that is known.
function Facts({ card }: { card: Card }) {
  const w = c().card;
  const price = priceOf(card.restaurant_id);
  const [least, most] = minutesOf(card, price, Date.now());
  const fee = price?.delivery_fee;
  return (
    <span class="card-facts small">
      {card.open_now && <span class="tag good number">{t().common.minutesRange(least, most)}<span class="hidden"> {w.toDoor}</span></span>}
      {price && !price.delivers && <span class="late">{w.notNow}</span>}
      {fee !== null && fee !== undefined && price && <span class={fee === 0 ? "good strong" : ""}>{fee === 0 ? w.free : w.fee(money(fee, price.currency))}</span>}
      {door.value && !isTold(card.restaurant_id) && <span class="card-fee bone" />}
    </span>
  );
}
