import { computed, signal } from "@preact/signals";
import type { Courier, NoOffer, Offer, Planned } from "../api/couriers";
import { user } from "../api/session";
import type { Delivery } from "../api/wire";
import type { Point } from "../core/geo";
import { kept } from "../core/kept";
import { dropPhotos } from "./road/photos";
import type { Taken } from "./road/steps";
import { stopsOf } from "./road/stops";

// What must outlive a reload in a dead zone is kept on the device.
export const me = kept<Courier | null>("courier.me", null);
export const rides = kept<Record<number, Delivery>>("courier.rides", {});
export const plan = kept<Planned[]>("courier.plan", []);
export const taken = kept<Taken[]>("courier.taken", []);
/// Food of orders that were called off on the way: it goes back to its kitchen.
export const returns = kept<Delivery[]>("courier.returns", []);
/// Rides whose PIN was wrong too often.
export const locked = kept<number[]>("courier.locked", []);
export const here = kept<(Point & { at: number }) | null>("courier.here", null);

/// What happened to a ride without the courier's doing, until they have read it.
export interface News {
  kind: "called_off" | "bring_back" | "bring_back_late" | "given" | "assigned" | "shift_over" | "shift_ended" | "wrong_pin" | "pin_locked" | "refused" | "no_photo";
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
export const why = signal<NoOffer | null>(null);
/// Offers that this page has answered, and rides that it took or gave back.
export const answered = new Set<number>();
export const tookMyself = new Set<number>();
export const gaveBack = new Set<number>();
export const missedInARow = signal(0);
export const declined = signal(0);
export const chosen = signal<number | null>(null);

/// The ride whose proof is being checked: until the answer, or for want of one, it stays in view.
export const checking = signal<number | null>(null);
/// Rides whose cash the courier said to have.
export const cashed = kept<number[]>("courier.cashed", []);

export const stops = computed(() => {
  const counted = taken.value.filter((it) => it.delivery_id !== checking.value || it.step !== "deliver");
  return stopsOf(rides.value, plan.value, counted, chosen.value, returns.value);
});

/// How many rides there is something left to do for.
export const underWay = computed(() => new Set(stops.value.map((it) => it.ride.delivery_id)).size);

/// The demo's own people may ride without moving.
export const isDemo = computed(() => user.value?.email?.endsWith("@gofood.test") ?? false);

/// Nothing of one courier is shown to, or sent by, another.
export function belongTo(courier: number): void {
  if (me.value && me.value.courier_id !== courier) {
    me.value = null;
    rides.value = {};
    plan.value = [];
    returns.value = [];
    locked.value = [];
    taken.value = [];
    news.value = [];
    here.value = null;
    cashed.value = [];
    void dropPhotos();
  }
}
