import { computed, signal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { allCouriers, problems, ridesIn } from "../../api/operate";
import { liveRides, ordersLike } from "../../api/watch";
import type { Delivery, OrderSummary } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import type { LiveCity } from "../../api/wire-watch";
import { onReturn } from "../../core/online";
import { now } from "../../core/time";
import { sample } from "./history";
import { jobsOf } from "./jobs";
import { changed, movedOn, type Road, whole } from "./merge";
import { numbersOf } from "./numbers";
import { followShared } from "./shared";
import { ordersUnderWay } from "./underWay";

const SWEEP_MS = 15_000;
const SOON_MS = 800;
const SPACE_MS = 4_000;
const NOBODY: Road = { rides: [], couriers: [], delivered: [] };

interface Orders { under: OrderSummary[]; stuck: OrderSummary[]; openProblems: number }

const road = signal<Road | null>(null);
const orders = signal<Orders | null>(null);
export const trouble = signal<Failure | null>(null);

/// The city, as soon as rides and orders are known.
export const city = computed(() => (road.value && orders.value ? { ...road.value, ...orders.value } : null));

// once in five seconds is enough to see somebody become late
const tick = computed(() => Math.floor(now.value / 5000) * 5000);

export const jobs = computed(() => {
  const it = city.value;
  if (!it) return [];
  // an order whose ride is over is over, though its own service hears of it a moment later
  const over = new Set(it.delivered.map((ride) => ride.order_id));
  const under = [...it.under, ...it.stuck].filter((one) => !over.has(one.order_id));
  return jobsOf(under, it.rides, it.couriers, tick.value, new Set(it.stuck.map((one) => one.order_id)));
});
export const numbers = computed(() => {
  const it = city.value;
  return it ? numbersOf(jobs.value, it.couriers, it.delivered, tick.value) : null;
});
export const courierOf = (id: number | null): Courier | null =>
  road.value?.couriers.find((it) => it.courier_id === id) ?? null;

/// What an operator has just done, before the stream tells it.
export function put(news: { ride?: Delivery; courier?: Courier }): void {
  if (!road.peek()) return;
  road.value = changed(road.peek() ?? NOBODY, {
    deliveries: news.ride ? [news.ride] : [], couriers: news.courier ? [news.courier] : [], at: new Date().toISOString(),
  });
}

let streaming = false;
let sweeping: Promise<void> | null = null;

/// Asks for what the stream doesn't tell: orders before they have a ride, and what is stuck.
export function sweep(): Promise<void> {
  sweeping ??= Promise.all([lookAtOrders(), streaming ? null : lookAtRoad()])
    .then(() => {
      trouble.value = null;
      if (numbers.peek()) sample(Date.now(), numbers.peek()!);
    })
    .catch((failure: unknown) => void (trouble.value = failure as Failure))
    .finally(() => (sweeping = null));
  return sweeping;
}

async function lookAtOrders(): Promise<void> {
  const [under, stuck, open] = await Promise.all([ordersUnderWay(), ordersLike({ stuck: true }), problems("Open")]);
  orders.value = { under, stuck: stuck.orders, openProblems: open.problems.length };
}

/// While no stream comes about.
async function lookAtRoad(): Promise<void> {
  const [couriers, delivered, rides] = await Promise.all([allCouriers(), ridesIn("Delivered"), liveRides()]);
  if (!streaming) road.value = { rides, couriers, delivered: delivered.deliveries };
}

/// Those who are off shift, and what arrived before we looked; the stream doesn't tell either.
async function lookBack(): Promise<void> {
  const [couriers, delivered] = await Promise.all([allCouriers(), ridesIn("Delivered")]);
  const it = road.peek() ?? NOBODY;
  const news = { deliveries: it.rides, couriers: it.couriers, at: "" };
  road.value = changed({ rides: [], couriers, delivered: delivered.deliveries }, news);
}

let asked = 0;
let swept = 0;

/// After a short while, however much happens, and not all the time.
function soon(): void {
  asked ||= setTimeout(() => {
    asked = 0;
    swept = Date.now();
    void sweep();
  }, Math.max(SOON_MS, swept + SPACE_MS - Date.now())) as unknown as number;
}

/// Keeps the city alive while somebody looks at it.
export function watchCity(): () => void {
  const stop = followShared(
    "/deliveries/stream",
    (event) => {
      const news = JSON.parse(event.data) as LiveCity;
      const before = road.peek();
      if (event.name === "city") road.value = whole(before ?? NOBODY, news);
      else if (event.name === "changes" && before) road.value = changed(before, news);
      else return;
      if (!streaming) void lookBack().catch(() => undefined);
      streaming = true;
      // a ride that moved on is an order that moved on
      if (movedOn(before?.rides ?? [], news.deliveries)) soon();
    },
    () => {
      streaming = false;
      void sweep();
    },
  );
  void sweep();
  const timer = setInterval(() => void (document.hidden || sweep()), SWEEP_MS);
  const seen = () => void (document.hidden || sweep());
  document.addEventListener("visibilitychange", seen);
  const back = onReturn(() => void sweep());
  return () => {
    stop();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", seen);
    back();
  };
}
