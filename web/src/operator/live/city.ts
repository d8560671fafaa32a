import { computed, signal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { allCouriers, ordersIn, problems, ridesIn } from "../../api/operate";
import type { Delivery, OrderSummary, Status } from "../../api/wire";
import type { Courier, RideStatus } from "../../api/wire-operator";
import { onReturn } from "../../core/online";
import { now } from "../../core/time";
import { sample } from "./history";
import { jobsOf } from "./jobs";
import { numbersOf } from "./numbers";

const ON_THE_WAY: RideStatus[] = ["Waiting", "Offered", "Assigned", "AtRestaurant", "PickedUp", "AtDoor"];
const UNDER_WAY: Status[] = ["Placed", "Paid", "Received", "Preparing", "Complete", "PickedUp"];
const SWEEP_MS = 5_000;

interface City {
  rides: Delivery[];
  orders: OrderSummary[];
  couriers: Courier[];
  delivered: Delivery[];
  openProblems: number;
}

export const city = signal<City | null>(null);
export const trouble = signal<Failure | null>(null);

// once in five seconds is enough to see somebody become late
const tick = computed(() => Math.floor(now.value / 5000) * 5000);

export const jobs = computed(() => {
  const it = city.value;
  return it ? jobsOf(it.orders, it.rides, it.couriers, tick.value) : [];
});
export const numbers = computed(() => {
  const it = city.value;
  return it ? numbersOf(jobs.value, it.couriers, it.delivered, tick.value) : null;
});
export const courierOf = (id: number | null): Courier | null =>
  city.value?.couriers.find((it) => it.courier_id === id) ?? null;

let sweeping: Promise<void> | null = null;

/// Asks how the whole city is. The rides come last, so that an order that has just moved on is
/// found at least once.
export function sweep(): Promise<void> {
  sweeping ??= look().finally(() => (sweeping = null));
  return sweeping;
}

async function look(): Promise<void> {
  try {
    const [orders, couriers, delivered, open] = await Promise.all([
      Promise.all(UNDER_WAY.map(ordersIn)), allCouriers(), ridesIn("Delivered"), problems("Open"),
    ]);
    const rides = (await Promise.all(ON_THE_WAY.map(ridesIn))).flatMap((it) => it.deliveries);
    // an order whose ride is over is over, though its own service hears of it a moment later
    const over = new Set(delivered.deliveries.map((it) => it.order_id));
    city.value = {
      rides: [...new Map(rides.map((it) => [it.order_id, it])).values()],
      orders: orders.flatMap((it) => it.orders).filter((it) => !over.has(it.order_id)),
      couriers,
      delivered: delivered.deliveries,
      openProblems: open.problems.length,
    };
    trouble.value = null;
    if (numbers.value) sample(Date.now(), numbers.value);
  } catch (failure) {
    trouble.value = failure as Failure;
  }
}

/// Keeps the city alive while somebody looks at it.
export function watchCity(): () => void {
  void sweep();
  const timer = setInterval(() => {
    if (!document.hidden) void sweep();
  }, SWEEP_MS);
  const seen = () => void (document.hidden || sweep());
  document.addEventListener("visibilitychange", seen);
  const stop = onReturn(() => void sweep());
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", seen);
    stop();
  };
}
