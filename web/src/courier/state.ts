import { computed, signal } from "@preact/signals";
import type { Courier, Offer } from "../api/couriers";
import { user } from "../api/session";
import type { Delivery } from "../api/wire";
import type { Point } from "../core/geo";
import { kept } from "../core/kept";
import { now } from "../core/time";
import { dropPhotos } from "./road/photos";
import type { Taken } from "./road/steps";
import { stopsOf } from "./road/stops";

// What must outlive a reload in a dead zone is kept on the device.
export const me = kept<Courier | null>("courier.me", null);
export const rides = kept<Record<number, Delivery>>("courier.rides", {});
export const taken = kept<Taken[]>("courier.taken", []);
export const here = kept<(Point & { at: number }) | null>("courier.here", null);

/// What happened to a ride without the courier's doing, until they have read it.
export interface News {
  kind: "called_off" | "bring_back" | "given" | "shift_over" | "wrong_pin" | "pin_locked" | "refused" | "no_photo";
  ride: Delivery | null;
  left?: number;
}
export const news = kept<News[]>("courier.news", []);
export const tell = (it: News): void => {
  const isSame = (other: News) => other.kind === it.kind && other.ride?.delivery_id === it.ride?.delivery_id;
  news.value = [...news.value.filter((other) => !isSame(other)), it];
};
export const hushNews = (it: News): void => void (news.value = news.value.filter((other) => other !== it));

export const offers = signal<Offer[]>([]);
export const missedInARow = signal(0);
export const declined = signal(0);
export const chosen = signal<number | null>(null);

/// How far our clock is ahead of the device's, in milliseconds.
export const clockOff = signal(0);
export const serverNow = computed(() => now.value + clockOff.value);
export const stamp = (): string => new Date(Date.now() + clockOff.value).toISOString();

/// The ride whose proof is being checked: until the answer, or for want of one, it stays in view.
export const checking = signal<number | null>(null);
/// Rides whose cash the courier said to have.
export const cashed = kept<number[]>("courier.cashed", []);

export const stops = computed(() => {
  const counted = taken.value.filter((it) => it.delivery_id !== checking.value || it.step !== "deliver");
  return stopsOf(rides.value, me.value?.delivery_ids ?? [], counted, chosen.value);
});

/// The demo's own people may ride without moving.
export const isDemo = computed(() => user.value?.email?.endsWith("@gofood.test") ?? false);

/// Nothing of one courier is shown to, or sent by, another.
export function belongTo(courier: number): void {
  if (me.value && me.value.courier_id !== courier) {
    me.value = null;
    rides.value = {};
    taken.value = [];
    news.value = [];
    here.value = null;
    cashed.value = [];
    void dropPhotos();
  }
}
