import { useSignal } from "@preact/signals";
import type { Ticket } from "../../api/kitchen";
import { clock } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { Lines } from "./Lines";
import { WhyCancelled } from "./WhyCancelled";

/// A ticket that is over: what became of it, and on demand what was in it.
export function Ended({ ticket: it }: { ticket: Ticket }) {
  const w = k();
  const open = useSignal(false);
  const good = it.status === "Collected";
  const word = good ? w.board.collectedPlain : it.status === "Rejected" ? w.history.wasRefused : w.board.cancelled;
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <strong class="display number">{it.order_id}</strong>
        <span class="grow soft small">{w.board.came(clock(it.created_at))} · {w.board.dishes(it.items.reduce((all, line) => all + line.quantity, 0))}</span>
        <span class={`tag ${good ? "good" : "bad"}`}><Icon name={good ? "check" : "close"} size={14} />{word}</span>
        <Icon name="down" size={18} />
      </summary>
      {open.value && (
        <div class="stack-s">
          {it.status === "Rejected" && it.reason && <p class="small">{w.board.said(it.reason)}</p>}
          {it.status === "Cancelled" && <WhyCancelled ticket={it} />}
          <Lines ticket={it} isOpen={false} isShort={false} onMissing={() => undefined} />
          {it.note && <p class="k-wish">{it.note}</p>}
          {it.courier_name && <p class="soft small">{w.board.courierWas(it.courier_name)}</p>}
        </div>
      )}
    </details>
  );
}
