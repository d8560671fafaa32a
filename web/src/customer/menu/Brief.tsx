import { useEffect } from "preact/hooks";
import type { Menu } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { minutesUntil, now } from "../../core/time";
import { door } from "../door";
import { askPrices, isTold, priceOf } from "../home/prices";
import { cuisineWords } from "../cuisine";
import { Stars } from "../Stars";
import { c } from "../words";

/// What decides about a kitchen before one reads its menu: stars, time, fee, minimum.
export function Brief({ menu }: { menu: Menu }) {
  const w = t();
  const id = menu.restaurant_id;
  const at = door.value;
  useEffect(() => void askPrices([id]), [id, at?.lat, at?.lon]);
  const price = priceOf(id);
  const waits = at !== null && !isTold(id);
  const fee = price?.delivery_fee ?? null;
  const five = (moment: string) => Math.max(5, Math.ceil(minutesUntil(moment, now.value) / 5) * 5);
  const least = price?.eta ? five(price.eta.from) : 0;
  return (
    <div class="brief">
      <p class="row wrap brief-line"><Stars given={menu.rating} /><span class="soft">{cuisineWords(menu.cuisine)}</span></p>
      <p class="row wrap brief-line">
        {price?.eta && <span class="tag good number">{w.common.minutesRange(least, Math.max(least + 5, five(price.eta.to)))}<span class="hidden"> {c().card.toDoor}</span></span>}
        {!price?.eta && !waits && menu.open_now && <span class="soft">{w.menu.ready(menu.preparation_minutes)}</span>}
        {waits && <span class="bone brief-bone" />}
        {price && !price.delivers && <span class="late">{c().card.notNow}</span>}
        {price && fee !== null && <span class={fee === 0 ? "good strong" : ""}>{fee === 0 ? c().card.free : c().card.fee(money(fee, price.currency))}</span>}
        <span class="soft">{menu.minimum_order > 0 ? w.home.minimum(money(menu.minimum_order, menu.currency)) : w.home.noMinimum}</span>
      </p>
    </div>
  );
}
