import { useEffect } from "preact/hooks";
import type { Ticket } from "../../api/kitchen";
import { readOrder } from "../../api/orders";
import type { Substitution } from "../../api/wire";
import { useResource } from "../../core/resource";
import { countdown, now } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { asked } from "./asked";

const EVERY_MS = 4000;

/// What the customer was asked about this order, and what they said.
export function Questions({ ticket }: { ticket: Ticket }) {
  const known = asked.value.some((it) => it.order === ticket.order_id);
  const wanted = known || (ticket.status === "Received" || ticket.status === "Preparing");
  const order = useResource(wanted ? `questions.${ticket.order_id}.${asked.value.length}.${JSON.stringify(ticket.items).length}` : null, () => readOrder(ticket.order_id));
  const all = order.data?.substitutions ?? [];
  const open = all.some((it) => it.status === "Proposed");
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => void order.reload(), EVERY_MS);
    return () => clearInterval(timer);
  }, [open, ticket.order_id, asked.value.length]);
  if (all.length === 0) return null;
  return <ul class="k-questions" aria-live="polite">{all.map((it) => <li key={it.substitution_id}><Answer it={it} /></li>)}</ul>;
}

function Answer({ it }: { it: Substitution }) {
  const w = k().missing;
  const what = `${it.quantity} × ${it.item_name}`;
  if (it.status === "Proposed")
    return <p class="late"><Icon name="clock" size={18} /><span role="timer">{w.waiting(what, countdown(it.answer_by, now.value))}</span></p>;
  if (it.status === "Accepted") return <p class="good"><Icon name="check" size={18} /><strong>{w.accepted(it.instead?.name ?? "")}</strong></p>;
  if (it.status === "Dropped") return <p class="bad"><Icon name="minus" size={18} /><strong>{w.dropped(what)}</strong></p>;
  return <p class="soft"><Icon name="info" size={18} />{w.void(what)}</p>;
}
