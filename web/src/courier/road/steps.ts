import type { LateStep } from "../../api/couriers";
import type { Delivery } from "../../api/wire";

export type Status = Delivery["status"];
export type RoadStep = LateStep["step"];

/// A step that was taken, whether or not anybody could be told yet.
export interface Taken {
  delivery_id: number;
  step: RoadStep;
  /// by the platform's clock
  at: string;
  proof?: { pin?: string; photo?: true; note?: string };
}

/// What goes to the platform in one request.
export interface Batch {
  delivery_id: number;
  /// whether the photo must be there before
  photo: boolean;
  steps: Taken[];
}

const AFTER: Record<RoadStep, Status> = {
  arrive: "AtRestaurant",
  pickup: "PickedUp",
  "arrive-door": "AtDoor",
  deliver: "Delivered",
};

const ROAD: Status[] = ["Assigned", "AtRestaurant", "PickedUp", "AtDoor", "Delivered"];

/// Where a ride stands for its courier, who knows more than the platform while there is no signal.
export function statusOf(ride: Delivery, taken: Taken[]): Status {
  const last = taken.filter((it) => it.delivery_id === ride.delivery_id).at(-1);
  if (!last || !ROAD.includes(ride.status)) return ride.status;
  const mine = AFTER[last.step];
  return ROAD.indexOf(mine) > ROAD.indexOf(ride.status) ? mine : ride.status;
}

export const nextStep = (status: Status): RoadStep | null =>
  (({ Assigned: "arrive", AtRestaurant: "pickup", PickedUp: "arrive-door", AtDoor: "deliver" }) as Partial<Record<Status, RoadStep>>)[status] ?? null;

/// In the order in which they were taken; a photo is only taken at the door, so what comes before
/// it goes ahead.
export function batches(taken: Taken[]): Batch[] {
  const all: Batch[] = [];
  for (const id of new Set(taken.map((it) => it.delivery_id))) {
    const steps = taken.filter((it) => it.delivery_id === id);
    const before = steps.filter((it) => !it.proof?.photo);
    const shown = steps.filter((it) => it.proof?.photo);
    if (before.length) all.push({ delivery_id: id, photo: false, steps: before });
    if (shown.length) all.push({ delivery_id: id, photo: true, steps: shown });
  }
  return all;
}

const same = (a: Taken, b: Taken) =>
  a.delivery_id === b.delivery_id && a.step === b.step && a.at === b.at;

export const without = (taken: Taken[], told: Taken[]): Taken[] =>
  taken.filter((it) => !told.some((one) => same(one, it)));

/// A step twice in a row is one step: a thumb that taps twice, two tabs.
export function take(taken: Taken[], next: Taken): Taken[] {
  const again = taken.some((it) => it.delivery_id === next.delivery_id && it.step === next.step);
  return again && next.step !== "deliver"
    ? taken
    : [...taken.filter((it) => it.delivery_id !== next.delivery_id || it.step !== next.step), next];
}
