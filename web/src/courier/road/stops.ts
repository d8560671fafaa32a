import type { Address, Delivery } from "../../api/wire";
import { metresBetween } from "../../core/geo";
import { type Status, statusOf, type Taken } from "./steps";

export interface Stop {
  ride: Delivery;
  status: Status;
  kind: "pickup" | "dropoff";
  at: Address;
  /// whether the courier is on the way there, and not there already
  moving: boolean;
}

const SAME_KITCHEN_M = 40;
const UNDER_WAY: Status[] = ["Assigned", "AtRestaurant", "PickedUp", "AtDoor"];

function stopOf(ride: Delivery, status: Status): Stop {
  const kind = status === "Assigned" || status === "AtRestaurant" ? "pickup" : "dropoff";
  const moving = status === "Assigned" || status === "PickedUp";
  return { ride, status, kind, at: kind === "pickup" ? ride.pickup : ride.dropoff, moving };
}

/// What comes next for each ride in the bag, in the platform's order. Without signal that order may
/// be older than the last step: then another meal of the kitchen one stands in comes first.
///
/// @param first the ride that the courier wants to see to before all others
export function stopsOf(rides: Record<number, Delivery>, ids: number[], taken: Taken[], first: number | null): Stop[] {
  const stops = ids.flatMap((id) => {
    const ride = rides[id];
    if (!ride) return [];
    const status = statusOf(ride, taken);
    return UNDER_WAY.includes(status) ? [stopOf(ride, status)] : [];
  });
  const chosen = stops.findIndex((it) => it.ride.delivery_id === first);
  if (chosen >= 0) return [stops[chosen] as Stop, ...stops.filter((_, i) => i !== chosen)];
  const head = stops[0];
  const ahead = head && taken.some((it) => it.delivery_id === head.ride.delivery_id);
  if (!ahead || head.status !== "PickedUp") return stops;
  const here = stops.findIndex((it) => it.kind === "pickup" && metresBetween(it.at, head.ride.pickup) < SAME_KITCHEN_M);
  return here < 0 ? stops : [stops[here] as Stop, ...stops.filter((_, i) => i !== here)];
}
