import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { findRestaurants } from "../../api/city";
import type { Address } from "../../api/wire";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { query } from "../../core/router";
import { cityZone } from "../../core/time";
import { Trouble } from "../../look/parts";
import { Scooter } from "../../pictures/scenes";
import { door } from "../door";
import { DoorButton } from "../door/DoorButton";
import { DoorChoice } from "../door/DoorChoice";
import { favourites } from "../liked";
import { Filters } from "./Filters";
import { KitchenList } from "./KitchenList";
import { KitchenMap } from "./KitchenMap";
import { askPrices, isTold, priceOf } from "./prices";
import { arrange, needsPrices, picked, wanted } from "./wanted";

/// Where it goes, and who cooks for that door now.
export function Home() {
  const w = t().home;
  const at = door.value;
  const filters = wanted(query.value);
  const key = `restaurants.${at?.lat},${at?.lon}.${JSON.stringify(filters)}`;
  const whole = useResource(`restaurants.${at?.lat},${at?.lon}.all`, () =>
    findRestaurants(at, { q: null, cuisine: null, open: false }),
  );
  const chosen = filters.q !== null || filters.cuisine !== null || filters.open;
  const some = useResource(chosen ? key : null, () => findRestaurants(at, filters));
  const list = chosen ? some : whole;
  const onMap = useSignal(false);
  useEffect(() => {
    document.title = "goFOOD";
  }, []);
  const zone = list.data?.[0]?.time_zone;
  useEffect(() => {
    if (zone) cityZone.value = zone;
  }, [zone]);
  const pick = picked(query.value);
  const ids = list.data?.filter((it) => it.open_now).map((it) => it.restaurant_id) ?? [];
  const pricing = at !== null && needsPrices(pick) && !ids.every(isTold);
  useEffect(() => {
    if (pricing) void askPrices(ids);
  }, [pricing, ids.join()]);
  const cards = list.data && !pricing ? arrange(list.data, pick, favourites.value, priceOf, Date.now()) : null;
  return (
    <>
      {!at && <Welcome />}
      <div class={onMap.value ? "home mapped" : "home"}>
        <section class="home-list" aria-labelledby="who">
          <DoorButton broad />
          <div class="row between">
            {at ? <h1 id="who" tabIndex={-1}>{w.title}</h1> : <h2 id="who">{w.nearby}</h2>}
            <button type="button" class="chip phone" aria-pressed={onMap.value} onClick={() => (onMap.value = !onMap.value)}>
              {onMap.value ? w.showList : w.showMap}
            </button>
          </div>
          <Filters all={whole.data ?? []} />
          {list.failure && <Trouble failure={list.failure} again={list.reload} />}
          <KitchenList cards={cards} loading={list.loading || (pricing && list.data !== null)} favourites={pick.favourites} />
        </section>
        <KitchenMap cards={cards ?? []} shown={onMap.value} />
      </div>
    </>
  );
}

function Welcome() {
  const w = t();
  const pick = (address: Address) => {
    door.value = address;
    // the field one typed in is gone
    setTimeout(() => document.getElementById("who")?.focus(), 50);
  };
  return (
    <section class="welcome">
      <div class="welcome-inner">
        <div class="stack">
          <h1 class="hero" tabIndex={-1}>{w.home.hello}</h1>
          <p class="lead">{w.home.sub}</p>
          <div class="welcome-card"><DoorChoice onPick={pick} /></div>
        </div>
        <div class="welcome-picture"><Scooter /></div>
      </div>
    </section>
  );
}
