import { t } from "../../core/i18n";
import { Icon } from "../../pictures/Icon";
import { chosen, stops } from "../state";

/// The other rides in the bag, each with what comes next for it, in the order of the stops.
export function Bag() {
  const w = t().courier.ride;
  const others = stops.value.slice(1);
  if (!others.length) return null;
  return (
    <section class="panel bag"><h2>{w.bag}</h2>
      <ol class="stack-s">
        {others.map((it, i) => (
          <li key={it.ride.delivery_id} class="row">
            <span class="badge">{i + 2}</span>
            <span class="grow"><strong>{it.kind === "pickup" ? w.pickup(it.ride.restaurant_name) : w.dropoff(it.at.text)}</strong><br /><span class="soft small">{w.order(it.ride.order_id)}</span></span>
            <button type="button" class="button small" onClick={() => (chosen.value = it.ride.delivery_id)}>{w.first}<span class="hidden"> {w.order(it.ride.order_id)}</span><Icon name="next" size={16} /></button>
          </li>
        ))}
      </ol>
    </section>
  );
}
