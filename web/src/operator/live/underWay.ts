import { ordersLike } from "../../api/watch";
import type { OrderSummary, Status } from "../../api/wire";

const UNDER_WAY: Status[] = ["Placed", "Paid", "Received", "Preparing", "Complete", "PickedUp"];
const MOST_PAGES = 3;
const TAIL = 25;

/// The orders under way, newest first. It reads on only while the older ones of a page are under
/// way too: in a calm city one page is enough, and what is stuck for long comes by its own list.
export async function ordersUnderWay(): Promise<OrderSummary[]> {
  const found: OrderSummary[] = [];
  let cursor = "";
  for (let i = 0; i < MOST_PAGES; i++) {
    const page = await ordersLike({ cursor });
    found.push(...page.orders.filter((it) => UNDER_WAY.includes(it.status)));
    const more = page.orders.slice(-TAIL).some((it) => UNDER_WAY.includes(it.status));
    if (!page.next_cursor || !more) break;
    cursor = page.next_cursor;
  }
  return found;
}
