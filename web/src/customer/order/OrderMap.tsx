import type { Delivery, OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import type { Pin } from "../../map/CityMap";
import { LazyMap } from "../../map/LazyMap";

export function OrderMap({ order, ride }: { order: OrderView; ride: Delivery | null }) {
  const w = t().order;
  const pins: Pin[] = [{ id: "door", kind: "door", ...order.address, label: order.address.text }];
  if (ride) {
    pins.push({ id: "kitchen", kind: "kitchen", ...ride.pickup, label: order.restaurant_name });
    if (ride.courier_lat !== null && ride.courier_lon !== null)
      pins.push({ id: "courier", kind: "courier", lat: ride.courier_lat, lon: ride.courier_lon, label: ride.courier_name ?? w.courier });
  }
  return <div class="order-map"><LazyMap label={w.map} pins={pins} centre={order.address} zoom={15} fit={pins.length > 1} /></div>;
}
