import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { go, path } from "../../core/router";
import { Bone, Empty, Waiting } from "../../look/parts";
import { KitchenCard } from "./KitchenCard";

interface Props {
  cards: Card[] | null;
  loading: boolean;
  favourites: boolean;
}

/// Those that cook now first, then those that take orders for later.
export function KitchenList({ cards, loading, favourites }: Props) {
  const w = t().home;
  if (loading) return <Bones />;
  if (!cards) return null;
  if (!cards.length) return <Nothing favourites={favourites} />;
  const open = cards.filter((it) => it.open_now);
  const later = cards.filter((it) => !it.open_now);
  return (
    <div class="stack kitchens">
      <p class="hidden" role="status">{w.count(cards.length)}</p>
      {open.length > 0 && <Group title={w.openSection} cards={open} />}
      {later.length > 0 && <Group title={w.laterSection} cards={later} />}
    </div>
  );
}

// what fits on a screen is drawn first, so that it answers to the finger at once
const AT_FIRST = 8;

function Group({ title, cards }: { title: string; cards: Card[] }) {
  const shown = useSignal(AT_FIRST);
  useEffect(() => {
    if (shown.value >= cards.length) return;
    const wait = setTimeout(() => (shown.value += AT_FIRST * 2), 60);
    return () => clearTimeout(wait);
  }, [shown.value, cards.length]);
  return (
    <section>
      <h2 class="group">{title} <span class="soft">{cards.length}</span></h2>
      <ul class="cards">{cards.slice(0, shown.value).map((it) => <KitchenCard key={it.restaurant_id} card={it} />)}</ul>
    </section>
  );
}

function Nothing({ favourites }: { favourites: boolean }) {
  const w = t().home;
  return favourites ? (
    <Empty title={w.noFavourites} text={w.noFavouritesText} />
  ) : (
    <Empty title={w.nothing} text={w.nothingText}>
      <button type="button" class="button" onClick={() => go(path.value, { replace: true })}>{w.clear}</button>
    </Empty>
  );
}

const Bones = () => (
  <Waiting>
    <ul class="cards">
      {Array.from({ length: 6 }, (_, i) => (
        <li key={i} class="stack-s"><Bone height={150} /><Bone height={22} width="60%" /><Bone height={18} width="80%" /></li>
      ))}
    </ul>
  </Waiting>
);
