import type { Delivery, OrderView, Slot } from "../../api/wire";
import { metresBetween } from "../../core/geo";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { clock, distance, range, roundUp, whenWords } from "../../core/time";
import { ended } from "../progress";

/// The first thing one reads: what happens now.
export function opening(order: OrderView): string {
  const w = t().order;
  const who = order.status === "PickedUp" ? (order.courier_name ?? w.courier) : order.restaurant_name;
  return w.says[order.status](who);
}

/// The second: when it comes, or what becomes of the money.
export function sequel(order: OrderView): string[] {
  const w = t().order;
  if (order.status === "Delivered") {
    const at = order.timeline.find((it) => it.status === "Delivered")?.at;
    return at ? [w.arrived(clock(at))] : [];
  }
  if (order.status === "Declined") return [declined(order.timeline.at(-1)?.why ?? "")];
  if (ended(order.status)) return [order.refunded > 0 ? w.refunded(money(order.refunded, order.price.currency)) : w.nothingCharged];
  if (order.slot && order.status === "Scheduled") return [w.slot(spanWords(order.slot))];
  const said: string[] = [];
  if (order.eta) said.push(w.atDoor(range(roundUp(order.eta.from, 5), roundUp(order.eta.to, 5))));
  if (order.promised_at) said.push(w.latest(clock(roundUp(order.promised_at, 5))));
  return said;
}

/// "tomorrow 11:30–12:00".
const spanWords = ({ from, to }: Slot): string => whenWords(from).replace(clock(from), range(from, to));

/// What the one who pays can do about it, by the reason's code.
function declined(why: string): string {
  const known: Record<string, string> = t().shop.declined;
  return why === "insufficient_funds" ? t().failure.insufficient_funds : (known[why] ?? t().order.declinedText);
}

const NEAR_METRES = 60;

/// Where the courier is, for whoever sees no map.
export function whereabouts(order: OrderView, ride: Delivery | null): string | null {
  const w = t().order;
  if (ended(order.status) || !ride) return null;
  const who = ride.courier_name ?? w.courier;
  switch (ride.status) {
    case "Waiting":
    case "Offered":
      return order.status === "Paid" ? null : w.looking;
    case "Assigned":
      return w.toKitchen(who, order.restaurant_name);
    case "AtRestaurant":
      return w.atKitchen(who, order.restaurant_name);
    case "AtDoor":
      return w.near(who);
    case "PickedUp": {
      if (ride.courier_lat === null || ride.courier_lon === null) return null;
      const far = metresBetween({ lat: ride.courier_lat, lon: ride.courier_lon }, order.address);
      return far < NEAR_METRES ? w.near(who) : w.away(who, distance(far));
    }
    default:
      return null;
  }
}
