import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { readReviews, type Review } from "../../api/tickets";
import type { Menu } from "../../api/wire";
import { locale } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { whenWords } from "../../core/time";
import { Bone, Trouble, Waiting } from "../../look/parts";
import { Stars } from "../../look/Stars";
import { k } from "../words";

const oneDecimal = (it: number) => new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(it);

/// What customers gave and wrote, newest first.
export function Reviews({ menu }: { menu: Menu }) {
  const w = k();
  const first = useResource(`reviews.${menu.restaurant_id}`, () => readReviews(menu.restaurant_id));
  const added = useSignal<{ reviews: Review[]; cursor: string | null } | null>(null);
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const cursor = added.value ? added.value.cursor : (first.data?.next_cursor ?? null);
  const all = [...(first.data?.reviews ?? []), ...(added.value?.reviews ?? [])];
  const further = async () => {
    busy.value = true;
    failure.value = null;
    try {
      const page = await readReviews(menu.restaurant_id, cursor);
      added.value = { reviews: [...(added.value?.reviews ?? []), ...page.reviews], cursor: page.next_cursor };
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  const stars = menu.rating;
  return (
    <section class="panel k-reviews">
      <div class="row between wrap">
        <h2>{w.reviews.title}</h2>
        {stars ? (
          <p class="row"><strong class="display k-average">{oneDecimal(stars.average)}</strong><Stars value={stars.average} label={w.reviews.average(oneDecimal(stars.average))} size={22} /><span class="soft small">{w.reviews.count(stars.count)}</span></p>
        ) : <p class="soft small">{w.reviews.few}</p>}
      </div>
      {first.loading && <Waiting><div class="stack-s">{[1, 2, 3].map((it) => <Bone key={it} height={56} />)}</div></Waiting>}
      {first.failure && !first.data && <Trouble failure={first.failure} again={() => void first.reload()} />}
      {first.data && all.length === 0 && <p class="soft"><strong>{w.reviews.none}.</strong> {w.reviews.noneText}</p>}
      <ul>
        {all.map((it) => (
          <li key={it.order_id}>
            <p class="row wrap"><Stars value={it.food} label={w.reviews.stars(it.food)} /><span class="soft small">{whenWords(it.at)} · {w.money.order} {it.order_id}</span></p>
            {it.comment ? <p>{it.comment}</p> : <p class="soft small">{w.reviews.plain}</p>}
          </li>
        ))}
      </ul>
      {failure.value && <Trouble failure={failure.value} />}
      {cursor && <button type="button" class="button small spaced" disabled={busy.value} aria-busy={busy.value} onClick={() => void further()}>{w.reviews.more}</button>}
    </section>
  );
}
