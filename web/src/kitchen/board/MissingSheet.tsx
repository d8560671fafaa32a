import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { changeItem, propose, type Ticket } from "../../api/kitchen";
import type { Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Fault, Stepper } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { k } from "../words";
import { morning } from "../zoned";
import { asked, remember } from "./asked";
import { DishChoice } from "./DishChoice";
import { complete, type Instead } from "./instead";

interface Props { ticket: Ticket; line: number; menu: Menu; onMenu: () => void; onClose: () => void }

/// A dish that isn't there: the customer is asked to take another one, or to do without.
export function MissingSheet({ ticket, line, menu, onMenu, onClose }: Props) {
  const w = k().missing;
  const missing = ticket.items.find((it) => it.line === line);
  const how = useSignal<"swap" | "drop">("swap");
  const quantity = useSignal(missing?.quantity ?? 1);
  const instead = useSignal<Instead | null>(null);
  const soldOut = useSignal(true);
  const note = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  if (!missing) return null;
  const mark = () => changeItem(menu.restaurant_id, missing.item_id, { sold_out_until: morning(Date.now(), menu.time_zone).toISOString() }, null);
  const ask = async () => {
    const chosen = how.value === "swap" ? instead.value : null;
    if (how.value === "swap" && !chosen) return void (fault.value = w.pickDish);
    if (chosen && !complete(chosen)) return void (fault.value = w.pickOptions);
    busy.value = true;
    fault.value = "";
    try {
      const made = await propose(ticket.order_id, {
        line,
        quantity: Math.min(quantity.value, missing.quantity),
        ...(chosen ? { item_id: chosen.item.item_id, options: [...chosen.options] } : {}),
        ...(note.value.trim() ? { note: note.value.trim() } : {}),
      });
      remember({ order: ticket.order_id, id: made.substitution_id, name: missing.name, until: made.answer_by });
      if (soldOut.value) await mark().then(onMenu, () => undefined);
      say(w.asked);
      onClose();
    } catch (raw) {
      const failure = raw as Failure;
      fault.value = failure.code === "already_asked" ? w.alreadyAsked : explain(failure, menu.currency);
      if (failure.code === "already_asked") asked.value = [...asked.value];
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet title={w.title(missing.name)} onClose={onClose} foot={<button type="button" class="button main wide" disabled={busy.value} aria-busy={busy.value} onClick={() => void ask()}>{w.ask}</button>}>
      <div class="stack">
        {missing.quantity > 1 && <div class="row between"><span class="label">{w.how}</span><Stepper value={Math.min(quantity.value, missing.quantity)} label={w.how} onChange={(it) => (quantity.value = Math.min(it, missing.quantity))} /></div>}
        <div class="chips wrap" role="radiogroup" aria-label={w.title(missing.name)}>
          {(["swap", "drop"] as const).map((it) => <label class="chip" key={it}><input type="radio" name="how" checked={how.value === it} onChange={() => (how.value = it)} />{w[it]}</label>)}
        </div>
        {how.value === "swap" && <><p class="soft small">{w.price}</p><DishChoice menu={menu} without={missing.item_id} chosen={instead.value} onChoose={(it) => { instead.value = it; fault.value = ""; }} /></>}
        <label class="choice"><input type="checkbox" checked={soldOut.value} onChange={(event) => (soldOut.value = event.currentTarget.checked)} /><span>{w.sold}</span></label>
        <div class="field"><label for="missing-note">{w.note} <span class="soft small">({t().common.optional})</span></label><input id="missing-note" class="input" maxLength={200} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} /></div>
        <div role="alert">{fault.value && <Fault id="missing-fault">{fault.value}</Fault>}</div>
      </div>
    </Sheet>
  );
}
