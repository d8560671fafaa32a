import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { MOST_PRICES } from "../../api/prices";
import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { go, path } from "../../core/router";
import { Bone, Empty, Waiting } from "../../look/parts";
import { door } from "../door";
import { c } from "../words";
import { KitchenCard } from "./KitchenCard";
import { askPrices } from "./prices";

interface Props {
  cards: Card[] | null;
  loading: boolean;
  favourites: boolean;
}

// what fits on a screen is drawn first, so that it answers to the finger at once; the rest as one
// comes near it
const AT_FIRST = 6;
const MORE = 12;

/// Those that cook now first, then those that take orders for later.
export function KitchenList({ cards, loading, favourites }: Props) {
  const w = t().home;
  const shown = useSignal(AT_FIRST);
  const open = cards?.filter((it) => it.open_now) ?? [];
  const later = cards?.filter((it) => !it.open_now) ?? [];
  const all = [...open, ...later];
  const some = all.slice(0, shown.value);
  const ids = some.map((it) => it.restaurant_id);
  const pages = Math.ceil((shown.value + MORE) / MOST_PRICES);
  const at = door.value;
  useEffect(() => {
    // whoever sees these will look at the next ones too: as many as one request takes
    if (all.length) void askPrices(all.slice(0, pages * MOST_PRICES).map((it) => it.restaurant_id));
  }, [ids.join(), pages, at?.lat, at?.lon]);
  if (loading) return <Bones />;
  if (!cards) return null;
  if (!cards.length) return <Nothing favourites={favourites} />;
  return (
    <div class="stack kitchens">
      <p class="hidden" role="status">{w.count(cards.length)}</p>
      {open.length > 0 && <Group title={w.openSection} count={open.length} cards={some.filter((it) => it.open_now)} />}
      {some.some((it) => !it.open_now) && <Group title={w.laterSection} count={later.length} cards={some.filter((it) => !it.open_now)} />}
      {some.length < all.length && <Further key={some.length} more={() => (shown.value += MORE)} />}
    </div>
  );
}

const Group = ({ title, count, cards }: { title: string; count: number; cards: Card[] }) => (
  <section>
    <h2 class="group">{title} <span class="soft">{count}</span></h2>
    <ul class="cards">{cards.map((it) => <KitchenCard key={it.restaurant_id} card={it} />)}</ul>
  </section>
);

/// Brings the next ones when it comes near to what one sees; a button for whoever gets there first.
function Further({ more }: { more: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.some((it) => it.isIntersecting) && more(), { rootMargin: "900px 0px" });
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return <div ref={end} class="further"><button type="button" class="button" onClick={more}>{c().sort.more}</button></div>;
}

function Nothing({ favourites }: { favourites: boolean }) {
  const w = t().home;
  const clear = <button type="button" class="button" onClick={() => go(path.value, { replace: true })}>{w.clear}</button>;
  return favourites ? <Empty title={w.noFavourites} text={w.noFavouritesText}>{clear}</Empty> : <Empty title={w.nothing} text={w.nothingText}>{clear}</Empty>;
}

const Bones = () => (
  <Waiting>
    <p class="group"><span class="bone bone-group" /></p>
    <ul class="cards">
      {Array.from({ length: 6 }, (_, i) => (
        <li key={i} class="card"><div class="bone cover" /><div class="card-text"><Bone height={24} width="60%" /><Bone height={28} width="70%" /><Bone height={21} width="80%" /></div></li>
      ))}
    </ul>
  </Waiting>
);
