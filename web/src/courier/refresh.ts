import { batch, signal } from "@preact/signals";
import { askDuty, type Duty, readRide } from "../api/couriers";
import { Failure } from "../api/failure";
import { user } from "../api/session";
import type { Delivery } from "../api/wire";
import { serverTime } from "../core/server-clock";
import { wakeUp } from "./offer/bell";
import { answered, gaveBack, me, missedInARow, news, offers, plan, returns, rides, taken, tell, tookMyself, why } from "./state";

/// Why the courier can't be shown, if nothing was known of them before.
export const trouble = signal<Failure | null>(null);
export const unregistered = signal(false);
/// While the courier ends their shift themself.
export const ending = signal(false);

/// So many offers without an answer end a shift.
const SILENT = 3;

let again = false;
let running: Promise<void> | null = null;

/// Asks once for what the stream tells; one round at a time.
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
  const heard = told;
  try {
    const duty = await askDuty(id);
    // what the stream has said meanwhile is newer
    if (user.value?.user_id === id && heard === told) await take(duty);
  } catch (raw) {
    const failure = raw as Failure;
    unregistered.value = failure.status === 404 && me.value === null;
    trouble.value = failure;
  }
}

let told = 0;
let first = true;
/// Somebody has signed in: what they have in their bag is nothing new.
export const beginAnew = (): void => void (first = true);

/// From the stream.
export const hearDuty = (duty: Duty): Promise<void> => {
  told++;
  return take(duty);
};

/// All that the courier's screen shows, as the platform has it now.
async function take(duty: Duty): Promise<void> {
  const before = rides.value;
  const bag = Object.fromEntries(duty.rides.map((it) => [it.delivery_id, it]));
  const open = new Set(duty.offers.map((it) => it.offer_id));
  for (const it of offers.value)
    if (!open.has(it.offer_id) && !answered.has(it.offer_id) && Date.parse(it.expires_at) <= serverTime() + 1_000) missedInARow.value++;
  if (me.value?.online && !duty.courier.online && !ending.value) tell({ kind: missedInARow.value >= SILENT ? "shift_over" : "shift_ended", ride: null });
  const given = first ? [] : duty.rides.filter((it) => !before[it.delivery_id] && !tookMyself.has(it.delivery_id));
  first = false;
  batch(() => {
    rides.value = bag;
    plan.value = duty.stops.map(({ delivery_id, kind }) => ({ delivery_id, kind }));
    me.value = duty.courier;
    offers.value = duty.offers.filter((it) => !answered.has(it.offer_id));
    why.value = duty.why;
    unregistered.value = false;
    trouble.value = null;
  });
  for (const ride of given) tell({ kind: "assigned", ride });
  if (given.length) wakeUp();
  await Promise.all(Object.values(before).map((it) => (bag[it.delivery_id] ? null : left(it))));
}

const ASK_AGAIN_MS = 5_000;

/// A ride that is not in the bag any more: unless it was delivered, the courier is told why.
async function left(ride: Delivery): Promise<void> {
  const id = ride.delivery_id;
  const hadFood = taken.value.some((it) => it.delivery_id === id && it.step === "pickup");
  let now: Delivery | null = null;
  try {
    now = await readRide(id);
  } catch (failure) {
    // it must be known, however bad the network is
    if (!(failure instanceof Failure) || failure.status !== 404) return void setTimeout(() => void left(ride), ASK_AGAIN_MS);
  }
  if (now?.status === "Delivered" || rides.value[id]) return;
  // still theirs: what was told was older than what they did
  if (now && now.courier_id === me.value?.courier_id && now.status !== "Returned" && now.status !== "Cancelled") return;
  taken.value = taken.value.filter((it) => it.delivery_id !== id);
  news.value = news.value.filter((it) => it.ride?.delivery_id !== id);
  if (gaveBack.has(id)) return;
  if (now?.status === "Returned" || (now?.status === "Cancelled" && hadFood)) {
    returns.value = [...returns.value.filter((it) => it.delivery_id !== id), now];
    tell({ kind: now.status === "Returned" ? "bring_back" : "bring_back_late", ride: now });
  } else tell({ kind: now?.status === "Cancelled" ? "called_off" : "given", ride: now ?? ride });
  wakeUp();
}
