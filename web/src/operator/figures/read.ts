import { readOrder } from "../../api/orders";
import { ordersLike, ridesLike } from "../../api/watch";
import type { Delivery, OrderSummary } from "../../api/wire";
import { FAILED } from "./past";

// What the services know of the past is read in bounded pieces: nobody waits for a whole day's
// orders of a large city.
const MOST_PAGES = 12;
const MOST_REASONS = 24;

/// @param back as far back as it goes, epoch milliseconds; later than asked if there was too much
export interface Read { orders: OrderSummary[]; rides: Delivery[]; back: number; to: number }

export async function readPast(from: number): Promise<Read> {
  const to = Date.now();
  const [orders, rides] = await Promise.all([readOrders(from), readRides(from)]);
  return { orders: orders.found, rides: rides.found, back: Math.max(from, orders.back, rides.back), to };
}

async function readOrders(from: number): Promise<{ found: OrderSummary[]; back: number }> {
  const found: OrderSummary[] = [];
  let cursor = "";
  for (let i = 0; i < MOST_PAGES; i++) {
    const page = await ordersLike({ from: new Date(from).toISOString(), cursor });
    found.push(...page.orders);
    if (!page.next_cursor) return { found, back: from };
    cursor = page.next_cursor;
  }
  return { found, back: Date.parse(found.at(-1)?.placed_at ?? "") || from };
}

/// Deliveries can't be asked for by time: newest first, until one is older than what is wanted.
async function readRides(from: number): Promise<{ found: Delivery[]; back: number }> {
  const found: Delivery[] = [];
  let cursor = "";
  for (let i = 0; i < MOST_PAGES; i++) {
    const page = await ridesLike("Delivered", cursor);
    found.push(...page.deliveries);
    const oldest = Date.parse(page.deliveries.at(-1)?.created_at ?? "") || 0;
    if (!page.next_cursor || oldest < from) return { found, back: from };
    cursor = page.next_cursor;
  }
  return { found, back: Date.parse(found.at(-1)?.created_at ?? "") || from };
}

/// Why orders came to nothing: by the code of their last step, of the newest of them.
///
/// @param of how many we looked at
export interface Reasons { of: number; counts: { code: string; n: number }[] }

export async function readReasons(orders: OrderSummary[], from: number): Promise<Reasons> {
  const newest = orders.filter((it) => FAILED.includes(it.status) && Date.parse(it.placed_at) >= from).slice(0, MOST_REASONS);
  const counts = new Map<string, number>();
  for (let i = 0; i < newest.length; i += 4) {
    const some = await Promise.all(newest.slice(i, i + 4).map((it) => readOrder(it.order_id)));
    for (const it of some) {
      const code = it.timeline.findLast((step) => FAILED.includes(step.status))?.code ?? it.status;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return { of: newest.length, counts: [...counts].map(([code, n]) => ({ code, n })).sort((a, b) => b.n - a.n) };
}
