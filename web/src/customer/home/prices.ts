import { signal } from "@preact/signals";
import { deliveryPrices, MOST_PRICES } from "../../api/prices";
import type { DeliveryPrice } from "../../api/wire";
import { door } from "../door";

const FRESH_MS = 120_000;

interface Known {
  at: number;
  /// null: it could not be had
  price: DeliveryPrice | null;
}

const known = signal<ReadonlyMap<number, Known>>(new Map());
const underWay = new Set<number>();
let place = "";

/// What bringing it costs and how long it takes; null while it is not known.
export const priceOf = (id: number): DeliveryPrice | null => known.value.get(id)?.price ?? null;

/// Whether an answer came, be it that there is none.
export const isTold = (id: number): boolean => known.value.has(id);

/// Asks for those that are not known or no longer fresh, in as few requests as can be.
export async function askPrices(ids: number[]): Promise<void> {
  const at = door.peek();
  if (!at) return;
  const here = `${at.lat},${at.lon}`;
  if (here !== place) {
    place = here;
    known.value = new Map();
    underWay.clear();
  }
  const old = Date.now() - FRESH_MS;
  const wanted = ids.filter((id) => !underWay.has(id) && (known.peek().get(id)?.at ?? 0) < old);
  for (let i = 0; i < wanted.length; i += MOST_PRICES) await ask(wanted.slice(i, i + MOST_PRICES), here);
}

async function ask(ids: number[], here: string): Promise<void> {
  const at = door.peek();
  if (!at || !ids.length) return;
  for (const id of ids) underWay.add(id);
  const prices = await deliveryPrices(at, ids).catch(() => [] as DeliveryPrice[]);
  if (here !== place) return;
  for (const id of ids) underWay.delete(id);
  const told = new Map(prices.map((it) => [it.restaurant_id, it]));
  const next = new Map(known.peek());
  // what was known before is better than nothing
  for (const id of ids) next.set(id, { at: Date.now(), price: told.get(id) ?? next.get(id)?.price ?? null });
  known.value = next;
}
