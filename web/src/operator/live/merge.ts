import type { Delivery } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import type { LiveCity } from "../../api/wire-watch";

/// Who and what is on the road, and what arrived lately.
export interface Road {
  rides: Delivery[];
  couriers: Courier[];
  /// newest first
  delivered: Delivery[];
}

const OVER: Delivery["status"][] = ["Delivered", "Cancelled", "Returned"];
const MOST_DELIVERED = 300;

const over = (ride: Delivery) => OVER.includes(ride.status);

function byId<T>(before: T[], news: T[], id: (it: T) => number): T[] {
  const all = new Map(before.map((it) => [id(it), it]));
  for (const it of news) all.set(id(it), it);
  return [...all.values()];
}

/// The whole city anew. Couriers who are not in it have left; we still know their names.
export function whole(before: Road, news: LiveCity): Road {
  const here = new Set(news.couriers.map((it) => it.courier_id));
  const left = before.couriers.filter((it) => !here.has(it.courier_id)).map((it) => ({ ...it, online: false, delivery_ids: [] }));
  return { rides: news.deliveries.filter((it) => !over(it)), couriers: [...news.couriers, ...left], delivered: before.delivered };
}

/// What has changed since. A ride that is over leaves, and counts among those that arrived.
export function changed(before: Road, news: LiveCity): Road {
  const arrived = news.deliveries.filter((it) => it.status === "Delivered");
  return {
    rides: byId(before.rides, news.deliveries, (it) => it.delivery_id).filter((it) => !over(it)),
    couriers: byId(before.couriers, news.couriers, (it) => it.courier_id),
    delivered: byId(arrived, before.delivered, (it) => it.delivery_id).slice(0, MOST_DELIVERED),
  };
}

/// Whether any ride is new, or in another status than before; a new time of arrival alone is none.
export function movedOn(before: Delivery[], news: Delivery[]): boolean {
  const known = new Map(before.map((it) => [it.delivery_id, it.status]));
  return news.some((it) => known.get(it.delivery_id) !== it.status);
}
