import type { Delivery, Eta, OrderView, Slot } from "../../api/wire";
import { metresBetween } from "../../core/geo";
import { t } from "../../core/i18n";
import { money, sum } from "../../core/money";
import { clock, distance, range, roundUp, whenWords } from "../../core/time";
import { ended } from "../progress";
import { c } from "../words";
import { declinedWords } from "./why";

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
  if (order.status === "Declined") return [declinedWords(order.timeline.at(-1))];
  if (ended(order.status)) return settled(order);
  if (order.slot && order.status === "Scheduled") return [w.slot(spanWords(order.slot))];
  const said: string[] = [];
  if (order.eta) said.push(w.atDoor(range(roundUp(order.eta.from, 5), roundUp(order.eta.to, 5))));
  if (order.promised_at) said.push(...latest(order.promised_at, order.eta));
  return said;
}

const SLACK_MS = 5 * 60_000;

/// What was promised, or that it won't be kept: the two are never said together, and nothing is
/// said twice.
function latest(promised: string, eta: Eta | null): string[] {
  const [end, last] = [eta ? roundUp(eta.to, 5).getTime() : 0, roundUp(promised, 5)];
  if (end > last.getTime() + SLACK_MS) return [c().late.longer(clock(last))];
  return end >= last.getTime() ? [] : [t().order.latest(clock(last))];
}

/// What becomes of the money of an order that came to nothing.
function settled(order: OrderView): string[] {
  const amount = (it: number) => money(it, order.price.currency);
  if (!wasCaptured(order)) return [t().order.nothingCharged];
  if (order.refunded === 0) return [c().ended.onItsWay];
  const kept = sum([order.price.total, -order.refunded]);
  return [t().order.refunded(amount(order.refunded)), ...(kept > 0 ? [c().ended.kept(amount(kept))] : [])];
}

/// A card is charged when the kitchen says yes; cash never before the door.
export const wasCaptured = (order: OrderView): boolean =>
  order.refunded > 0 || (order.pay_by !== "cash" && order.timeline.some((it) => it.status === "Received"));

/// "tomorrow 11:30–12:00".
const spanWords = ({ from, to }: Slot): string => whenWords(from).replace(clock(from), range(from, to));

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
