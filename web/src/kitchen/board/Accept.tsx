import { useSignal } from "@preact/signals";
import type { Ticket } from "../../api/kitchen";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import type { Doing } from "./BoardPage";
import { chipsAround, longest } from "./minutes";

/// Yes, and how long it takes; or no.
export function Accept({ ticket, doing }: { ticket: Ticket; doing: Doing }) {
  const w = k().board;
  const usual = doing.menu.preparation_minutes;
  const own = useSignal<number | null>(null);
  const busy = useSignal(false);
  const minutes = own.value ?? usual;
  const add = (more: number) => (own.value = Math.min(longest, minutes + more));
  const accept = async () => {
    busy.value = true;
    if (!(await doing.move(ticket, { status: "Received", preparation_minutes: minutes }))) busy.value = false;
  };
  return (
    <div class="k-do">
      <div class="k-chips" role="group" aria-label={w.prep}>
        {chipsAround(usual).map((it) => (
          <button key={it} type="button" class="chip number" aria-pressed={minutes === it} aria-label={w.minutes(it)} onClick={() => (own.value = it)}>{it}</button>
        ))}
        {[5, 10].map((it) => <button key={`+${it}`} type="button" class="chip number k-plus" aria-label={w.plusLabel(it)} onClick={() => add(it)}>{w.plus(it)}</button>)}
      </div>
      <div class="k-answer">
        <button type="button" class="button k-big k-no" disabled={busy.value} aria-label={w.refuse} title={w.refuse} onClick={() => doing.refuse(ticket)}><Icon name="close" /></button>
        <button type="button" class="button main k-big grow" aria-busy={busy.value} disabled={busy.value} onClick={() => void accept()}>{w.accept(minutes)}</button>
      </div>
    </div>
  );
}
