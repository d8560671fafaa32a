import type { Delivery } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import { metresBetween } from "../../core/geo";

export interface Choice { courier: Courier; metres: number | null; full: boolean }

/// Who could bring it: those with room first, then the nearest to the kitchen.
export function choices(couriers: Courier[], ride: Delivery): Choice[] {
  return couriers
    .filter((it) => it.online && it.courier_id !== ride.courier_id)
    .map((courier) => ({
      courier,
      metres: courier.lat === null || courier.lon === null ? null : metresBetween({ lat: courier.lat, lon: courier.lon }, ride.pickup),
      full: courier.delivery_ids.length >= courier.capacity,
    }))
    .sort((a, b) => Number(a.full) - Number(b.full) || a.courier.delivery_ids.length - b.courier.delivery_ids.length || (a.metres ?? Infinity) - (b.metres ?? Infinity));
}
