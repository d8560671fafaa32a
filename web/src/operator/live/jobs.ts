import type { Delivery, OrderSummary, Status } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import type { RoadProblem } from "../../api/wire-watch";

/// An order that is under way, with its ride: a line of the operator's list.
export interface Job {
  id: number;
  restaurant: string;
  /// null when only its ride is known yet
  status: Status | null;
  placed: number;
  /// when it came into its status
  since: number;
  ride: Delivery | null;
  /// epoch milliseconds of the latest that the customer was told
  promised: number | null;
  /// when it comes as likely as not
  expected: number | null;
  /// seconds after the promise; negative is early
  late: number | null;
  pace: Pace;
  stuck: Stuck | null;
  /// what its courier told that stands in the way
  trouble: RoadProblem | null;
}

export type Pace = "late" | "tight" | "good" | "unknown";

/// Who is waited for too long.
export type Stuck = "payment" | "kitchen" | "courier" | "silent" | "other";

const MINUTE = 60_000;
const PATIENCE: Record<Exclude<Stuck, "other">, number> = {
  payment: 2 * MINUTE, kitchen: 8 * MINUTE, courier: 5 * MINUTE, silent: 4 * MINUTE,
};

const at = (moment: string | null | undefined): number | null => (moment ? Date.parse(moment) : null);

export function lateness(ride: Delivery, now: number): Pick<Job, "promised" | "expected" | "late" | "pace"> {
  const promised = at(ride.promised_at);
  const likely = at(ride.eta?.from);
  const expected = likely === null ? null : Math.max(likely, now);
  if (promised === null) return { promised, expected, late: null, pace: "unknown" };
  const late = Math.round((Math.max(expected ?? now, now) - promised) / 1000);
  const latest = at(ride.eta?.to);
  if (now > promised || late > 0) return { promised, expected, late, pace: "late" };
  return { promised, expected, late, pace: latest !== null && latest > promised ? "tight" : "good" };
}

export function stuckOn(
  status: Status | null, entered: number, ride: Delivery | null, courier: Courier | null, now: number,
): Stuck | null {
  const since = (moment: number | null, who: keyof typeof PATIENCE) => moment !== null && now - moment > PATIENCE[who];
  if (status === "Placed") return since(entered, "payment") ? "payment" : null;
  if (status === "Paid") return since(entered, "kitchen") ? "kitchen" : null;
  if (!ride) return null;
  const last = at(ride.timeline.at(-1)?.at) ?? at(ride.created_at);
  if (ride.status === "Waiting" || ride.status === "Offered")
    return since(at(lookingSince(ride)) ?? last, "courier") ? "courier" : null;
  if (ride.status === "PickedUp" && courier && since(at(courier.seen_at), "silent")) return "silent";
  return null;
}

/// When the search for a courier began: offers that came to nothing don't begin it anew.
function lookingSince(ride: Delivery): string | null {
  let began: string | null = null;
  for (const step of [...ride.timeline].reverse()) {
    if (step.status !== "Waiting" && step.status !== "Offered") break;
    began = step.at;
  }
  return began;
}

/// Nobody has it, though the kitchen has said yes; before that no courier is looked for.
export const unassigned = (job: Job): boolean =>
  job.ride !== null && !unconfirmed(job) && (job.ride.status === "Waiting" || job.ride.status === "Offered");

const unconfirmed = ({ status }: Job): boolean =>
  status === "Placed" || status === "Scheduled" || status === "Paid";

/// Whether it may be given to a courier, or to another.
export const assignable = (job: Job): boolean => !unconfirmed(job) && movable(job.ride);

/// Whether another courier may still bring it.
export const movable = (ride: Delivery | null): boolean =>
  ride !== null && ["Waiting", "Offered", "Assigned", "AtRestaurant"].includes(ride.status);

/// Whether somebody has to do something about it.
export const needsHand = (job: Job): boolean => job.stuck !== null || job.trouble !== null;

/// @param told the orders of which the order service itself says that they wait too long
export function jobsOf(
  orders: OrderSummary[], rides: Delivery[], couriers: Courier[], now: number, told: Set<number> = new Set(),
): Job[] {
  const byOrder = new Map(rides.map((it) => [it.order_id, it]));
  const byId = new Map(couriers.map((it) => [it.courier_id, it]));
  const known = new Map(orders.map((it) => [it.order_id, it]));
  const ids = new Set([...known.keys(), ...byOrder.keys()]);
  const jobs = [...ids].map((id): Job => {
    const ride = byOrder.get(id) ?? null;
    const order = known.get(id) ?? null;
    const placed = Date.parse(order?.placed_at ?? ride?.created_at ?? "");
    const since = Date.parse(order?.status_at ?? "") || placed;
    const status = order?.status ?? null;
    const courier = ride?.courier_id ? byId.get(ride.courier_id) ?? null : null;
    return {
      id, status, placed, since, ride,
      restaurant: order?.restaurant_name ?? ride?.restaurant_name ?? "",
      ...(ride ? lateness(ride, now) : { promised: null, expected: null, late: null, pace: "unknown" as const }),
      stuck: stuckOn(status, since, ride, courier, now) ?? (told.has(id) ? "other" : null),
      trouble: ride?.problem ?? null,
    };
  });
  return jobs.sort(byLateness);
}

/// What needs a hand first, then the latest first; what nothing was promised for comes last.
export const byLateness = (a: Job, b: Job): number =>
  Number(needsHand(b)) - Number(needsHand(a)) || (b.late ?? -Infinity) - (a.late ?? -Infinity) || a.id - b.id;

/// The jobs in the order in which they were shown, so that none moves away under the pointer; new
/// ones come at the end.
export function steady(jobs: Job[], shown: number[]): Job[] {
  const place = new Map(shown.map((id, i) => [id, i]));
  return jobs.toSorted((a, b) => (place.get(a.id) ?? shown.length) - (place.get(b.id) ?? shown.length));
}
