import { useSignal } from "@preact/signals";
import type { Ticket, TicketMove } from "../../api/kitchen";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import type { Doing } from "./BoardPage";
import { Longer } from "./Longer";

/// The next step of an order that was accepted.
export function Step({ ticket, doing }: { ticket: Ticket; doing: Doing }) {
  const w = k().board;
  const busy = useSignal(false);
  const step = async (status: TicketMove["status"]) => {
    busy.value = true;
    await doing.move(ticket, { status });
    busy.value = false;
  };
  const refuse = <button type="button" class="button k-big k-no" disabled={busy.value} aria-label={w.refuse} title={w.refuse} onClick={() => doing.refuse(ticket)}><Icon name="close" /></button>;
  if (ticket.status === "Received")
    return (
      <div class="k-do"><Longer ticket={ticket} doing={doing} /><div class="k-answer">
        {refuse}
        <button type="button" class="button k-big grow" disabled={busy.value} onClick={() => void step("Preparing")}>{w.start}</button>
        <button type="button" class="button k-big" disabled={busy.value} onClick={() => void step("Complete")}>{w.ready}</button>
      </div></div>
    );
  if (ticket.status === "Preparing")
    return (
      <div class="k-do"><Longer ticket={ticket} doing={doing} /><div class="k-answer">
        {refuse}
        <button type="button" class="button k-big k-ready grow" disabled={busy.value} onClick={() => void step("Complete")}><Icon name="check" size={22} />{w.ready}</button>
      </div></div>
    );
  return ticket.status === "Complete" ? <p class="soft small">{w.code}</p> : null;
}
