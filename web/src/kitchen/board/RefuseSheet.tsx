import { useSignal } from "@preact/signals";
import { changeItem, pauseUntil, type Ticket } from "../../api/kitchen";
import type { Menu } from "../../api/wire";
import { say } from "../../core/toasts";
import { Fault, Note } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { k } from "../words";
import { morning } from "../zoned";
import type { Doing } from "./BoardPage";

type Why = "sold" | "busy" | "closing" | "other";
const REASONS: Why[] = ["sold", "busy", "closing", "other"];
const PAUSE_MS = 30 * 60_000;

interface Props { ticket: Ticket; menu: Menu; doing: Doing; onMenu: () => void; onClose: () => void }

/// A reason does what follows from it: what is sold out leaves the menu, who is too busy pauses.
export function RefuseSheet({ ticket, menu, doing, onMenu, onClose }: Props) {
  const w = k().refuse;
  const why = useSignal<Why>("sold");
  const gone = useSignal<string[]>(ticket.items.length === 1 ? ticket.items.map((it) => it.item_id) : []);
  const text = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  const dishes = [...new Map(ticket.items.map((it) => [it.item_id, it.name])).entries()];
  const names = dishes.filter(([id]) => gone.value.includes(id)).map(([, name]) => name).join(", ");
  const reason = { sold: w.soldReason(names).slice(0, 200), busy: w.busyReason, closing: w.closingReason, other: text.value.trim() }[why.value];
  const tomorrow = morning(Date.now(), menu.time_zone).toISOString();
  const follow: Record<Why, () => Promise<unknown>> = {
    sold: () => Promise.all(gone.value.map((id) => changeItem(menu.restaurant_id, id, { sold_out_until: tomorrow }, null))),
    busy: () => pauseUntil(menu.restaurant_id, new Date(Date.now() + PAUSE_MS).toISOString()),
    closing: () => pauseUntil(menu.restaurant_id, tomorrow),
    other: async () => undefined,
  };
  const refuse = async () => {
    fault.value = why.value === "sold" && gone.value.length === 0 ? w.pick : why.value === "other" && reason.length < 1 ? w.say : "";
    if (fault.value) return;
    busy.value = true;
    const done = await doing.move(ticket, { status: "Rejected", reason });
    if (!done) return void (busy.value = false);
    await follow[why.value]().then(() => say(w.done(ticket.order_id)), () => say(w.partly));
    onMenu();
    onClose();
  };
  return (
    <Sheet
      title={w.title(ticket.order_id)} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{w.keep}</button><button type="button" class="button danger grow" disabled={busy.value} aria-busy={busy.value} onClick={() => void refuse()}>{w.do}</button></>}
    >
      <div class="stack">
        {(ticket.status === "Received" || ticket.status === "Preparing") && <Note tone="late" icon="warn">{w.cost}</Note>}
        <div role="radiogroup" aria-label={w.title(ticket.order_id)}>
          {REASONS.map((it) => (
            <div key={it}>
              <label class="choice"><input type="radio" name="why" checked={why.value === it} onChange={() => { why.value = it; fault.value = ""; }} /><span class="grow"><strong>{w[it]}</strong>{it !== "other" && <span class="k-help soft small">{it === "sold" ? w.soldHelp : it === "busy" ? w.busyHelp : w.closingHelp}</span>}</span></label>
              {it === "sold" && why.value === "sold" && (
                <div class="k-inset">
                  {dishes.map(([id, name]) => (
                    <label class="choice" key={id}><input type="checkbox" checked={gone.value.includes(id)} onChange={(event) => (gone.value = event.currentTarget.checked ? [...gone.value, id] : gone.value.filter((one) => one !== id))} /><span>{name}</span></label>
                  ))}
                  {dishes.length > 1 && <p class="soft small">{w.instead}</p>}
                </div>
              )}
              {it === "other" && why.value === "other" && (
                <div class="field k-inset"><label for="why-text">{w.otherLabel}</label><textarea id="why-text" class="input" maxLength={200} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} /></div>
              )}
            </div>
          ))}
        </div>
        <div role="alert">{fault.value && <Fault id="refuse-fault">{fault.value}</Fault>}</div>
      </div>
    </Sheet>
  );
}
