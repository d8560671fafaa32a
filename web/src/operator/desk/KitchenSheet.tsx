import { reviews } from "../../api/watch";
import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { now, whenWords } from "../../core/time";
import { Bone, Waiting } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { GivenStars, Rated, Refusal } from "../parts";
import { usePages } from "./pages";
import { d } from "../words";

/// One kitchen: where it is, and what its customers said.
export function KitchenSheet({ id, card, onClose }: { id: number; card: Card | null; onClose: () => void }) {
  const w = d().kitchens;
  const list = usePages(`reviews ${id}`, async (cursor) => {
    const page = await reviews(id, cursor);
    return { found: page.reviews, next: page.next_cursor };
  });
  return (
    <Sheet title={card?.name ?? `${d().party.restaurant} ${id}`} onClose={onClose} broad>
      <div class="stack">
        {card && <p class="row wrap"><span class={`tag ${card.open_now ? "good" : ""}`}>{card.open_now ? w.open : w.closed}</span><Rated stars={card.rating} /><span class="soft">{card.address.text}</span></p>}
        <div class="row wrap">
          <a class="button small" href={`/operator/zones?kitchen=${id}`}>{w.zone}</a>
          <a class="button small" href={`/operator/money?account=restaurant:${id}`}>{w.books}</a>
          <a class="button small" href={`/r/${id}`} target="_blank" rel="noopener">{w.menu}</a>
        </div>
        <section class="stack-s">
          <h3>{w.reviews}</h3>
          <Refusal failure={list.failure} again={() => void list.reload()} />
          {!list.found && !list.failure && <Waiting><div class="stack-s"><Bone height={56} /><Bone height={56} /></div></Waiting>}
          {list.found?.length === 0 && <p class="soft">{w.noReviews}</p>}
          <ul class="lines">
            {list.found?.map((it) => (
              <li key={it.order_id} class="row between wrap">
                <span class="grow"><GivenStars n={it.food} />{it.comment && <span class="block">{it.comment}</span>}<span class="block soft small">{whenWords(it.at, now.value)}</span></span>
                <a class="button small" href={`/operator/order-${it.order_id}`}>{t().order.title(it.order_id)}</a>
              </li>
            ))}
          </ul>
          {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
        </section>
      </div>
    </Sheet>
  );
}
