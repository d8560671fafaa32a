import { useSignal } from "@preact/signals";
import type { OrderView } from "../../api/wire";
import { Icon } from "../../pictures/Icon";
import { c } from "../words";
import { canRate } from "./rating";
import { RateSheet } from "./RateSheet";
import { StarField } from "./StarField";

/// The question, and what was answered. A star that is touched opens the rest.
export function RatePanel({ order, put }: { order: OrderView; put: (order: OrderView) => void }) {
  const begin = useSignal<number | null>(null);
  const w = c().rate;
  const given = order.rating;
  const open = canRate(order.timeline.find((it) => it.status === "Delivered")?.at ?? null, Date.now());
  if (!given && !open) return null;
  return (
    <section class="panel stack-s" aria-label={w.title}>
      {given ? (
        <div class="row between wrap">
          <p class="row"><span>{w.yours}</span><Given stars={given.food} /></p>
          {open && <button type="button" class="plain" onClick={() => (begin.value = 0)}>{w.change}</button>}
          {given.comment && <p class="soft rate-said">“{given.comment}”</p>}
        </div>
      ) : (
        <StarField name="rate-now" label={w.ask(order.restaurant_name)} value={begin.value ?? 0} onChange={(it) => (begin.value = it)} />
      )}
      {begin.value !== null && (
        <RateSheet order={order.order_id} kitchen={order.restaurant_name} before={given} begin={begin.value}
          onRated={(rating) => put({ ...order, rating })} onClose={() => (begin.value = null)} />
      )}
    </section>
  );
}

export const Given = ({ stars }: { stars: number }) => (
  <span class="given">
    {Array.from({ length: 5 }, (_, i) => <Icon key={i} name="star" size={18} filled={i < stars} />)}
    <span class="hidden">{c().rate.star(stars)}</span>
  </span>
);
