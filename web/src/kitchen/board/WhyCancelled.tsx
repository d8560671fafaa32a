import { readOrder } from "../../api/orders";
import type { Ticket } from "../../api/kitchen";
import { useResource } from "../../core/resource";
import { k } from "../words";

/// Why an order came to nothing: told by its code, or in the words of who called it off.
export function WhyCancelled({ ticket }: { ticket: Ticket }) {
  const w = k().why;
  const order = useResource(`why.${ticket.order_id}`, () => readOrder(ticket.order_id));
  const last = order.data?.timeline.filter((it) => it.status === "Cancelled").at(-1);
  if (!last) return null;
  if (last.code) return <p class="small">{w[last.code as keyof typeof w] ?? w.other}</p>;
  return last.why ? <p class="small">{k().board.said(last.why)}</p> : null;
}
