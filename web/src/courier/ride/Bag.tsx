import { Icon } from "../../pictures/Icon";
import type { Stop } from "../road/stops";
import { chosen, stops } from "../state";
import { c } from "../words";

/// The stops after this one, in their order; who knows better sees to another one first.
export function Bag() {
  const w = c().ride;
  const others = stops.value.slice(1);
  if (!others.length) return null;
  const now = stops.value[0]?.ride.delivery_id;
  const name = ({ kind, ride, at }: Stop) =>
    kind === "pickup" ? w.pickup(ride.restaurant_name) : kind === "return" ? w.bringBack(ride.restaurant_name) : w.dropoff(at.text);
  return (
    <section class="panel bag"><h2>{w.bag}</h2>
      <ol class="stack-s">
        {others.map((it, i) => (
          <li key={`${it.ride.delivery_id}.${it.kind}`} class="row">
            <span class="badge">{i + 2}</span>
            <span class="grow"><strong>{name(it)}</strong><br /><span class="soft small">{w.order(it.ride.order_id)}</span></span>
            {it.open && it.ride.delivery_id !== now && <button type="button" class="button small" onClick={() => (chosen.value = it.ride.delivery_id)}>{w.first}<span class="hidden"> {w.order(it.ride.order_id)}</span><Icon name="next" size={16} /></button>}
          </li>
        ))}
      </ol>
    </section>
  );
}
