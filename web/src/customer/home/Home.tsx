import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { findRestaurants } from "../../api/city";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { query } from "../../core/router";
import { Trouble } from "../../look/parts";
import { Scooter } from "../../pictures/scenes";
import { door, favourites } from "../door";
import { DoorChoice } from "../door/DoorChoice";
import { Filters } from "./Filters";
import { KitchenList } from "./KitchenList";
import { KitchenMap } from "./KitchenMap";
import { wanted } from "./wanted";

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
  const only = query.value.has("favourites");
  const cards = list.data?.filter((it) => !only || favourites.value.includes(it.restaurant_id)) ?? null;
  return (
    <>
      {!at && <Welcome />}
      <div class={onMap.value ? "home mapped" : "home"}>
        <section class="home-list" aria-labelledby="who">
          <div class="row between">
            {at ? <h1 id="who" tabIndex={-1}>{w.title}</h1> : <h2 id="who">{w.nearby}</h2>}
            <button type="button" class="chip phone" aria-pressed={onMap.value} onClick={() => (onMap.value = !onMap.value)}>
              {onMap.value ? w.showList : w.showMap}
            </button>
          </div>
          <Filters all={whole.data ?? []} />
          {list.failure && <Trouble failure={list.failure} again={list.reload} />}
          <KitchenList cards={cards} loading={list.loading} favourites={only} />
        </section>
        <KitchenMap cards={cards ?? []} shown={onMap.value} />
      </div>
    </>
  );
}

function Welcome() {
  const w = t();
  return (
    <section class="welcome">
      <div class="welcome-inner">
        <div class="stack">
          <h1 class="hero" tabIndex={-1}>{w.home.hello}</h1>
          <p class="lead">{w.home.sub}</p>
          <div class="welcome-card"><DoorChoice onPick={(address) => (door.value = address)} /></div>
        </div>
        <div class="welcome-picture"><Scooter /></div>
      </div>
    </section>
  );
}
