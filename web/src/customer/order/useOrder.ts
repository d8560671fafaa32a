import { useEffect } from "preact/hooks";
import { follow } from "../../api/live";
import { readOrder, rideOf } from "../../api/orders";
import type { Delivery, OrderView } from "../../api/wire";
import { type Resource, useResource } from "../../core/resource";
import { ended, failed } from "../progress";
import { wasCaptured } from "./opening";

const RIDE_MS = 5_000;

/// An order as it is now, and as it becomes, without a reload.
export function useOrder(id: number): Resource<OrderView> {
  const order = useResource(`order.${id}`, () => readOrder(id));
  const status = order.data?.status;
  useEffect(() => {
    if (!status || ended(status)) return;
    let over = false;
    return follow(
      `/orders/${id}/stream`,
      (event) => {
        if (event.name !== "order") return;
        const now = JSON.parse(event.data) as OrderView;
        over = ended(now.status);
        order.put(now);
      },
      () => void order.reload(),
      () => over,
      true,
    );
  }, [id, status === undefined || ended(status)]);
  useSettling(order);
  return order;
}

const SETTLING_MS = [2_000, 6_000, 15_000, 40_000];

/// The money of an order that came to nothing goes back a moment after its stream has ended.
function useSettling(order: Resource<OrderView>): void {
  const it = order.data;
  const open = it !== null && failed(it.status) && wasCaptured(it) && it.refunded === 0;
  useEffect(() => {
    if (!open) return;
    const timers = SETTLING_MS.map((wait) => setTimeout(() => void order.reload(), wait));
    return () => timers.forEach(clearTimeout);
  }, [open]);
}

/// The order's ride, asked for now and then while it is under way: couriers move all the time.
export function useRide(order: OrderView | null): Delivery | null {
  const wanted = order !== null && !["Placed", "Declined", "Scheduled"].includes(order.status);
  const live = wanted && !ended(order.status);
  const ride = useResource(wanted ? `ride.${order.order_id}` : null, () => rideOf(order?.order_id ?? 0));
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => {
      if (!document.hidden) void ride.reload();
    }, RIDE_MS);
    return () => clearInterval(timer);
  }, [live, order?.order_id]);
  return ride.data;
}
