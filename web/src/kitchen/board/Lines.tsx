import type { Ticket, TicketLine } from "../../api/kitchen";
import { k } from "../words";

interface Props {
  ticket: Ticket;
  /// whether the customer can be asked about a dish that isn't there
  isOpen: boolean;
  isShort: boolean;
  onMissing: (line: number) => void;
}

export function Lines({ ticket, isOpen, isShort, onMissing }: Props) {
  if (isShort) return <p class="soft small k-short">{ticket.items.map((it) => `${it.quantity} × ${it.name}`).join(", ")}</p>;
  return (
    <ul class="k-lines">
      {ticket.items.map((it) => (
        <li key={it.line}>
          {isOpen ? (
            <button type="button" class="k-line" title={k().board.missing(it.name)} onClick={() => onMissing(it.line)}><Line line={it} /><span class="hidden">. {k().board.missing(it.name)}</span></button>
          ) : <div class="k-line"><Line line={it} /></div>}
        </li>
      ))}
    </ul>
  );
}

const Line = ({ line }: { line: TicketLine }) => (
  <>
    <span class="k-quantity number">{line.quantity}<span aria-hidden="true">×</span></span>
    <span class="grow">
      <span class="k-dish">{line.name}</span>
      {line.options.length > 0 && <span class="k-options">{line.options.join(" · ")}</span>}
      {line.note && <span class="k-line-note">{line.note}</span>}
    </span>
  </>
);
