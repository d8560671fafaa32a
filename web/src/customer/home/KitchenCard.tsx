import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { distance, whenWords } from "../../core/time";
import { Cover } from "../../pictures/Dish";
import { Icon } from "../../pictures/Icon";
import { favourites, toggleFavourite } from "../door";
import { title } from "./Filters";
import { about } from "./wanted";

export function KitchenCard({ card }: { card: Card }) {
  const w = t();
  const closed = !card.open_now;
  const [least, most] = about(card.preparation_minutes, card.travel_seconds);
  const loved = favourites.value.includes(card.restaurant_id);
  return (
    <li class="card">
      <a href={`/r/${card.restaurant_id}`} class="card-link">
        <Cover cuisine={card.cuisine} id={card.restaurant_id} quiet={closed} />
        {closed && (
          <span class="card-closed"><Icon name="clock" size={16} />{card.opens_at ? `${w.home.opens(whenWords(card.opens_at))}` : w.home.closed}</span>
        )}
        <span class="card-text">
          <span class="row between"><strong class="display card-name cut">{card.name}</strong>{!closed && <span class="tag good number">{w.common.minutesRange(least, most)}</span>}</span>
          <span class="soft small cut">
            {title(card.cuisine)}
            {card.distance_metres !== null && card.distance_metres !== undefined && <> · <span class="number">{distance(card.distance_metres)}</span></>}
            {" · "}{card.minimum_order > 0 ? w.home.minimum(money(card.minimum_order, card.currency)) : w.home.noMinimum}
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
