import { openOffers, readCourier, readRide } from "../api/couriers";
import { Failure } from "../api/failure";
import { user } from "../api/session";
import type { Delivery } from "../api/wire";
import { signal } from "@preact/signals";
import { type News, me, offers, rides, taken, tell } from "./state";

/// Why the courier can't be shown, if nothing was known of them before.
export const trouble = signal<Failure | null>(null);
export const unregistered = signal(false);

let again = false;
let running: Promise<void> | null = null;

/// Asks the platform for the courier, their bag and their offers; one round at a time.
export function refresh(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await round();
    } while (again);
  })().finally(() => (running = null));
  return running;
}

async function round(): Promise<void> {
  const id = user.value?.user_id;
  if (!id) return;
  try {
    const courier = await readCourier(id);
    const open = courier.online ? await openOffers() : [];
    const found = await Promise.all(courier.delivery_ids.map(readRide));
    if (user.value?.user_id !== id) return;
    const before = rides.value;
    const bag = Object.fromEntries(found.map((it) => [it.delivery_id, it]));
    rides.value = bag;
    me.value = courier;
    offers.value = open;
    unregistered.value = false;
    trouble.value = null;
    await Promise.all(Object.values(before).map((it) => (bag[it.delivery_id] ? null : left(it))));
  } catch (raw) {
    const failure = raw as Failure;
    unregistered.value = failure.status === 404 && me.value === null;
    trouble.value = failure;
  }
}

/// A ride that is not in the bag any more: unless it was delivered, the courier is told why.
async function left(ride: Delivery): Promise<void> {
  let now: Delivery | null = null;
  try {
    now = await readRide(ride.delivery_id);
  } catch (failure) {
    if (failure instanceof Failure && failure.status !== 404) return;
  }
  if (now?.status === "Delivered") return;
  taken.value = taken.value.filter((it) => it.delivery_id !== ride.delivery_id);
  const kinds: Partial<Record<Delivery["status"], News["kind"]>> = { Returned: "bring_back", Cancelled: "called_off" };
  tell({ kind: (now && kinds[now.status]) ?? "given", ride: now ?? ride });
}
