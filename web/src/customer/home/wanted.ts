import type { Wanted } from "../../api/city";
import type { Card, DeliveryPrice } from "../../api/wire";

export const SORTS = ["near", "fast", "fee", "stars"] as const;
export type Sort = (typeof SORTS)[number];

export const TOP_STARS = 4.5;
export const QUICK_MINUTES = 30;

/// The filters as they stand in the address bar: what the service is asked for …
export const wanted = (query: URLSearchParams): Wanted => ({
  q: query.get("q"),
  cuisine: query.get("cuisine"),
  open: query.has("open"),
});

/// … and what is picked and put in order here.
export interface Picked {
  sort: Sort;
  top: boolean;
  quick: boolean;
  favourites: boolean;
}

export const picked = (query: URLSearchParams): Picked => ({
  sort: SORTS.find((it) => it === query.get("sort")) ?? "near",
  top: query.has("top"),
  quick: query.has("quick"),
  favourites: query.has("favourites"),
});

/// Whether the order or the choice depends on what is only known of those that were asked about.
export const needsPrices = ({ sort, quick }: Picked): boolean => sort === "fee" || sort === "fast" || quick;

type PriceOf = (id: number) => DeliveryPrice | null;

export function arrange(cards: Card[], it: Picked, liked: number[], priceOf: PriceOf, now: number): Card[] {
  const span = (card: Card) => minutesOf(card, priceOf(card.restaurant_id), now);
  const minutes = (card: Card) => span(card)[0];
  const middle = (card: Card) => span(card)[0] + span(card)[1];
  const fee = (card: Card) => priceOf(card.restaurant_id)?.delivery_fee ?? Number.POSITIVE_INFINITY;
  const stars = (card: Card) => card.rating?.average ?? 0;
  const some = cards.filter(
    (card) =>
      (!it.favourites || liked.includes(card.restaurant_id)) &&
      (!it.top || stars(card) >= TOP_STARS) &&
      (!it.quick || (card.open_now && minutes(card) <= QUICK_MINUTES)),
  );
  switch (it.sort) {
    case "near":
      return some;
    case "fast":
      return [...some].sort((a, b) => middle(a) - middle(b));
    case "fee":
      return [...some].sort((a, b) => (fee(a) === fee(b) ? 0 : fee(a) - fee(b)));
    case "stars":
      return [...some].sort((a, b) => stars(b) - stars(a) || (b.rating?.count ?? 0) - (a.rating?.count ?? 0));
  }
}

const STEP = 5;
const roundUp = (minutes: number) => Math.max(STEP, Math.ceil(minutes / STEP) * STEP);

/// In how many minutes it would be at the door, from and to.
export function minutesOf(card: Card, price: DeliveryPrice | null, now: number): [number, number] {
  if (!price?.eta) return about(card.preparation_minutes, card.travel_seconds);
  const [from, to] = [price.eta.from, price.eta.to].map((at) => roundUp((Date.parse(at) - now) / 60_000));
  return [from ?? STEP, Math.max(to ?? STEP, (from ?? STEP) + STEP)];
}

const MINUTES_TO_FIND_A_COURIER = 4;
const SPREAD_MINUTES = 10;

/// About how long it takes to the door while nobody has reckoned it yet: cooking and riding, and a
/// courier's way to the kitchen where that is longer than the cooking.
export function about(preparation: number, travelSeconds: number | null): [number, number] {
  const ride = Math.ceil((travelSeconds ?? 300) / 60);
  const least = roundUp(preparation + ride + MINUTES_TO_FIND_A_COURIER);
  return [least, least + SPREAD_MINUTES];
}
