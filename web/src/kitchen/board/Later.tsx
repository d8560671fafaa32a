import { useSignal } from "@preact/signals";
import type { Ticket } from "../../api/kitchen";
import { clock, range, whenWords } from "../../core/time";
import { Sheet } from "../../look/Sheet";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import type { Card } from "./board";
import { Lines } from "./Lines";

/// Orders for later, apart: nothing is to be done for them yet. Its room is always there, so that
/// the first of them pushes no card away under a finger.
export function Later({ cards, onRefuse }: { cards: Card[]; onRefuse: (ticket: Ticket) => void }) {
  const w = k();
  const open = useSignal<number | null>(null);
  const shown = cards.find((it) => it.ticket.order_id === open.value)?.ticket;
  return (
    <section class="k-later" aria-label={w.board.later}>
      <h2><Icon name="clock" size={20} />{w.board.later} <span class="k-count">{cards.length}</span></h2>
      {cards.length === 0 && <p class="soft small">{w.board.noLater}</p>}
      <ul>
        {cards.map(({ ticket: it }) => (
          <li key={it.order_id}>
            <button type="button" class="chip" onClick={() => (open.value = it.order_id)}>
              <strong class="number">{it.slot ? whenWords(it.slot.from) : it.order_id}</strong>
              <span class="soft small">{it.order_id} · {w.board.dishes(dishes(it))}{it.kitchen_at && ` · ${w.board.cookAt(clock(it.kitchen_at))}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <Sheet
          title={w.board.order(shown.order_id)} onClose={() => (open.value = null)}
          foot={<button type="button" class="button danger wide" onClick={() => { open.value = null; onRefuse(shown); }}>{w.board.refuse}</button>}
        >
          <div class="stack">
            {shown.slot && <p class="lead">{w.board.slot(`${whenWords(shown.slot.from)} (${range(shown.slot.from, shown.slot.to)})`)}</p>}
            {shown.kitchen_at && <p class="soft">{w.board.cookAt(whenWords(shown.kitchen_at))}</p>}
            <Lines ticket={shown} isOpen={false} isShort={false} onMissing={() => undefined} />
            {shown.note && <p class="k-wish">{shown.note}</p>}
          </div>
        </Sheet>
      )}
    </section>
  );
}

const dishes = (ticket: Ticket) => ticket.items.reduce((all, it) => all + it.quantity, 0);
