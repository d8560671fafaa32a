import type { Point } from "../core/geo";
import { body, http } from "./http";
import type { DeliveryPrice } from "./wire";

/// How many the service answers for at once.
export const MOST_PRICES = 50;

export async function deliveryPrices(door: Point, restaurants: number[]): Promise<DeliveryPrice[]> {
  const query = { lat: door.lat, lon: door.lon, restaurants: restaurants.join(",") };
  return ((await body(http.GET("/delivery-prices", { params: { query } }))) as { prices: DeliveryPrice[] }).prices;
}
