import type { Wanted } from "../../api/city";

/// The filters as they stand in the address bar.
export const wanted = (query: URLSearchParams): Wanted => ({
  q: query.get("q"),
  cuisine: query.get("cuisine"),
  open: query.has("open"),
});

const MINUTES_TO_FIND_A_COURIER = 4;
const SPREAD_MINUTES = 10;

/// About how long it takes to the door: cooking and riding, and a courier's way to the kitchen
/// where that is longer than the cooking. The order's own quote says it exactly.
export function about(preparation: number, travelSeconds: number | null): [number, number] {
  const ride = Math.ceil((travelSeconds ?? 300) / 60);
  const least = Math.ceil((preparation + ride + MINUTES_TO_FIND_A_COURIER) / 5) * 5;
  return [least, least + SPREAD_MINUTES];
}
