import { signal } from "@preact/signals";
import { sendPhoto, tellSteps } from "../../api/couriers";
import { Failure } from "../../api/failure";
import type { Delivery } from "../../api/wire";
import { money } from "../../core/money";
import { online, onReturn } from "../../core/online";
import { say } from "../../core/toasts";
import { stamp } from "../../core/server-clock";
import { refresh } from "../refresh";
import { cashed, checking, locked, me, news, rides, taken, tell } from "../state";
import { dropPhoto, keptPhoto } from "./photos";
import { type Batch, batches, type RoadStep, take, type Taken, without } from "./steps";
import { c } from "../words";

export const sending = signal(false);

const RETRY_MS = 8_000;

/// Takes a step: it counts from this moment for its courier, and is told as soon as there is signal.
export function step(ride: Delivery, what: RoadStep, proof?: Taken["proof"]): Promise<void> {
  const at = stamp();
  taken.value = take(taken.value, { delivery_id: ride.delivery_id, step: what, at, ...(proof ? { proof } : {}) });
  return flush();
}

const PATIENCE_MS = 6_000;

/// Hands over. With signal the answer is waited for a moment: a wrong PIN is better known at the
/// door than on the way to the next one.
export async function prove(ride: Delivery, proof: Taken["proof"]): Promise<void> {
  checking.value = online.value ? ride.delivery_id : null;
  try {
    await Promise.race([step(ride, "deliver", proof), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  } finally {
    checking.value = null;
  }
}

const alone = <T>(act: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request("gofood.courier.steps", act) as Promise<T>) : act();

/// Sends what was not sent yet, in one tab at a time. What fails for want of signal stays.
export async function flush(): Promise<void> {
  if (!taken.value.length) return;
  sending.value = true;
  try {
    await alone(async () => {
      const owner = me.value?.courier_id;
      for (const batch of batches(taken.value)) {
        if (me.value?.courier_id !== owner) return;
        if (!(await deliver(batch))) return;
      }
    });
    await refresh();
  } finally {
    sending.value = false;
  }
}

/// @return whether there is signal
async function deliver(batch: Batch): Promise<boolean> {
  const id = batch.delivery_id;
  try {
    if (batch.photo) await bringPhoto(id);
    const steps = batch.steps.map(({ step, at, proof }) => ({ step, at, ...(proof ? { proof } : {}) }));
    const ride = await tellSteps(id, steps);
    taken.value = without(taken.value, batch.steps);
    rides.value = { ...rides.value, [id]: ride };
    if (ride.status === "Delivered") thank(ride);
    return true;
  } catch (raw) {
    const failure = raw instanceof Failure ? raw : new Failure(0, "offline");
    const wait = failure.uncertain || [401, 408, 429].includes(failure.status);
    if (!wait) refused(batch, failure);
    return !wait;
  }
}

async function bringPhoto(id: number): Promise<void> {
  const photo = await keptPhoto(id).catch(() => undefined);
  if (!photo) throw new Failure(409, "photo_missing");
  await sendPhoto(id, photo);
}

function thank(ride: Delivery): void {
  void dropPhoto(ride.delivery_id);
  cashed.value = cashed.value.filter((it) => it !== ride.delivery_id);
  locked.value = locked.value.filter((it) => it !== ride.delivery_id);
  news.value = news.value.filter((it) => it.ride?.delivery_id !== ride.delivery_id);
  const w = c().ride;
  say(ride.pay === null ? w.delivered : w.deliveredFor(money(ride.pay + ride.tip, ride.currency)));
}

/// The platform said no: what was refused is forgotten, and the courier told what to do now.
function refused(batch: Batch, failure: Failure): void {
  const id = batch.delivery_id;
  const ride = rides.value[id] ?? null;
  if (failure.code === "wrong_pin") {
    const left = failure.number("attempts_left") ?? 0;
    forget(id);
    if (left > 0) tell({ kind: "wrong_pin", ride, left });
    else lock(id, ride);
  } else if (failure.code === "pin_locked") {
    forget(id);
    lock(id, ride);
  } else if (["photo_missing", "not_an_image", "body_too_large"].includes(failure.code)) {
    forget(id);
    tell({ kind: "no_photo", ride });
  } else {
    // if the ride is gone, that is what there is to tell; and who has its food must know it then
    void refresh().then(() => {
      if (rides.value[id]) tell({ kind: "refused", ride });
      forget(id);
    });
  }
}

const forget = (id: number) => void (taken.value = taken.value.filter((it) => it.delivery_id !== id));

function lock(id: number, ride: Delivery | null): void {
  locked.value = [...locked.value.filter((it) => it !== id), id];
  tell({ kind: "pin_locked", ride });
}

/// Tries again whenever the network is back, and now and then.
export function startOutbox(): void {
  onReturn(() => void flush());
  setInterval(() => void (taken.value.length && !sending.value && flush()), RETRY_MS);
  void flush();
}
