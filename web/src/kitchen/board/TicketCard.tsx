import { serverNow } from "../../core/server-clock";
import { clock, countdown, minutesUntil, range } from "../../core/time";
import { Note } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { Accept } from "./Accept";
import type { Doing } from "./BoardPage";
import type { Card } from "./board";
import { Lines } from "./Lines";
import { Questions } from "./Questions";
import { Step } from "./Step";
import { WhyCancelled } from "./WhyCancelled";

const URGENT_MS = 120_000;

interface Props { card: Card; doing: Doing; onAway: (order: number) => void }

export function TicketCard({ card, doing, onAway }: Props) {
  const w = k().board;
  const { ticket, column } = card;
  const isOpen = (ticket.status === "Received" || ticket.status === "Preparing") && !card.cancelled;
  return (
    <article class={`k-card ${card.cancelled ? "cancelled" : ""} ${column}`} id={`order-${ticket.order_id}`} aria-label={w.order(ticket.order_id)}>
      <div class="k-card-head">
        <h3 class="k-number">{ticket.order_id}</h3>
        <When card={card} />
      </div>
      {card.cancelled && (
        <div class="stack-s" role="alert">
          <Note tone="bad" icon="warn"><strong>{w.cancelled}.</strong> {w.cancelledText}<WhyCancelled ticket={ticket} /></Note>
          <button type="button" class="button k-big wide" onClick={() => onAway(ticket.order_id)}>{w.cancelledOk}</button>
        </div>
      )}
      {ticket.slot && <p class="tag">{w.slot(range(ticket.slot.from, ticket.slot.to))}</p>}
      {card.changed && <p class="tag late"><Icon name="again" size={14} />{w.changed}</p>}
      <Lines ticket={ticket} isOpen={isOpen} isShort={column === "collected"} onMissing={(line) => doing.missing(ticket, line)} />
      {ticket.note && column !== "collected" && <p class="k-wish"><Icon name="info" size={18} /><span><span class="hidden">{w.note}: </span>{ticket.note}</span></p>}
      {!card.cancelled && <Questions ticket={ticket} />}
      {!card.cancelled && column !== "new" && column !== "collected" && (
        <p class="k-courier soft small"><Icon name="bike" size={18} />{ticket.courier_name ? w.courier(ticket.courier_name) : w.noCourier}</p>
      )}
      {!card.cancelled && (column === "new" ? <Accept ticket={ticket} doing={doing} /> : <Step ticket={ticket} doing={doing} />)}
    </article>
  );
}

function When({ card }: { card: Card }) {
  const w = k().board;
  const { ticket, column } = card;
  const time = serverNow.value;
  if (card.cancelled) return <span class="tag bad"><Icon name="close" size={14} />{w.cancelled}</span>;
  switch (column) {
    case "new": {
      if (!ticket.answer_by) return null;
      const until = Date.parse(ticket.answer_by);
      if (until <= time) return <span class="tag bad"><Icon name="warn" size={14} />{w.overdue}</span>;
      const left = countdown(until, time);
      const urgent = until - time < URGENT_MS;
      return <span class={`k-clock number ${urgent ? "late" : ""}`} role="timer" aria-label={w.answerLabel(left)}><Icon name={urgent ? "warn" : "clock"} size={18} />{w.answer(left)}</span>;
    }
    case "preparing": {
      if (!ticket.ready_at) return null;
      const late = Math.floor((time - Date.parse(ticket.ready_at)) / 60_000);
      return (
        <span class={`k-clock number ${late >= 1 ? "late" : ""}`}>
          <span>{w.readyBy(clock(ticket.ready_at))}</span>
          <span class="small">{late >= 1 ? w.lateBy(late) : w.inMinutes(minutesUntil(ticket.ready_at, time))}</span>
        </span>
      );
    }
    case "ready": return <span class="tag good"><Icon name="check" size={14} />{k().column.ready}</span>;
    default: return <span class="tag"><Icon name="check" size={14} />{w.collectedPlain}</span>;
  }
}
