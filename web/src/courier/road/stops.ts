import type { Planned } from "../../api/couriers";
import type { Address, Delivery } from "../../api/wire";
import { type Status, statusOf, type Taken } from "./steps";

export interface Stop {
  ride: Delivery;
  status: Status;
  kind: "pickup" | "dropoff" | "return";
  at: Address;
  /// whether the courier is on the way there, and not there already
  moving: boolean;
  /// whether it can be seen to now: a door comes after its kitchen
  open: boolean;
}

const BEFORE: Status[] = ["Assigned", "AtRestaurant"];
const UNDER_WAY: Status[] = [...BEFORE, "PickedUp", "AtDoor"];

function stopOf(ride: Delivery, status: Status, kind: "pickup" | "dropoff"): Stop {
  const moving = kind === "pickup" ? status === "Assigned" : status !== "AtDoor";
  const open = kind === "pickup" || !BEFORE.includes(status);
  return { ride, status, kind, at: kind === "pickup" ? ride.pickup : ride.dropoff, moving, open };
}

/// Where the courier goes, one after the other: as the platform planned, without what is done; at
/// last comes food that goes back to its kitchen.
///
/// @param first the ride that the courier wants to see to before all others
export function stopsOf(rides: Record<number, Delivery>, plan: Planned[], taken: Taken[], first: number | null, returns: Delivery[] = []): Stop[] {
  const known = new Set(plan.map((it) => it.delivery_id));
  const fresh = Object.values(rides).filter((it) => !known.has(it.delivery_id));
  const whole: Planned[] = [
    ...plan,
    ...fresh.flatMap(({ delivery_id }) => [{ delivery_id, kind: "pickup" as const }, { delivery_id, kind: "dropoff" as const }]),
  ];
  const stops = whole.flatMap(({ delivery_id, kind }) => {
    const ride = rides[delivery_id];
    if (!ride) return [];
    const status = statusOf(ride, taken);
    const done = !UNDER_WAY.includes(status) || (kind === "pickup" && !BEFORE.includes(status));
    return done ? [] : [stopOf(ride, status, kind)];
  });
  const back = returns.map((ride): Stop => ({ ride, status: "Returned", kind: "return", at: ride.pickup, moving: true, open: true }));
  const all = [...stops, ...back];
  const chosen = all.findIndex((it) => it.open && it.ride.delivery_id === first);
  const head = chosen >= 0 ? chosen : all.findIndex((it) => it.open);
  return head > 0 ? [all[head] as Stop, ...all.filter((_, i) => i !== head)] : all;
}
