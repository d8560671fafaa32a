import type { Point } from "../core/geo";
import { body, http } from "./http";
import type { Address, AddressHit, AddressList, CityInfo, Card, Menu } from "./wire";

export const findAddresses = (q: string): Promise<AddressList> =>
  body(http.GET("/addresses", { params: { query: { q, limit: 6 } } })) as Promise<AddressList>;

export const nearestAddress = (at: Point): Promise<AddressHit> =>
  body(http.GET("/addresses/nearest", { params: { query: { lat: at.lat, lon: at.lon } } })) as Promise<AddressHit>;

export const cityInfo = (): Promise<CityInfo> => body(http.GET("/map")) as Promise<CityInfo>;

export interface Wanted {
  q: string | null;
  cuisine: string | null;
  open: boolean;
}

/// All restaurants that deliver to the door, nearest first; without a door, all.
export async function findRestaurants(door: Address | null, { q, cuisine, open }: Wanted): Promise<Card[]> {
  const found: Card[] = [];
  let cursor: string | null = null;
  do {
    const page = (await body(
      http.GET("/restaurants", {
        params: {
          query: {
            limit: 100,
            ...(q ? { q } : {}),
            ...(cuisine ? { cuisine } : {}),
            ...(open ? { open } : {}),
            ...(door ? { lat: door.lat, lon: door.lon, delivers: true } : {}),
            ...(cursor ? { cursor } : {}),
          },
        },
      }),
    )) as { restaurants: Card[]; next_cursor: string | null };
    found.push(...page.restaurants);
    cursor = page.next_cursor;
  } while (cursor && found.length < 500);
  return found;
}

export const findSome = async (limit: number): Promise<Card[]> =>
  ((await body(http.GET("/restaurants", { params: { query: { limit } } }))) as { restaurants: Card[] }).restaurants;

const early = new Map<number, Promise<Menu>>();

/// Asks before the page that shows it is there.
export function menuEarly(id: number): void {
  const asked = fetchMenu(id);
  early.set(id, asked);
  asked.catch(() => early.delete(id));
}

export function readMenu(id: number): Promise<Menu> {
  const asked = early.get(id);
  early.delete(id);
  return asked ?? fetchMenu(id);
}

const fetchMenu = (restaurant_id: number): Promise<Menu> =>
  body(http.GET("/restaurants/{restaurant_id}", { params: { path: { restaurant_id } } })) as Promise<Menu>;
