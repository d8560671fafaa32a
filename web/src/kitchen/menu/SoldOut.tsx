import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { changeItem, type ItemChange } from "../../api/kitchen";
import type { Item, Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { k } from "../words";
import { morning } from "../zoned";

/// Whether it can be had, and if not, until when. It counts at once.
export function SoldOut({ menu, item, onChanged }: { menu: Menu; item: Item; onChanged: () => Promise<void> }) {
  const w = k().menu;
  const busy = useSignal(false);
  // the sheet holds the dish as it was opened; the menu has it as it is
  const it = menu.sections.flatMap((section) => section.items).find((one) => one.item_id === item.item_id) ?? item;
  const state = it.available ? "on" : it.sold_out_until ? "today" : "long";
  const set = async (body: ItemChange) => {
    busy.value = true;
    try {
      await changeItem(menu.restaurant_id, it.item_id, body, null);
      await onChanged();
    } catch (failure) {
      say(explain(failure as Failure));
    } finally {
      busy.value = false;
    }
  };
  const choices: [typeof state, string, ItemChange][] = [
    ["on", w.onSale, { available: true }],
    ["today", `${w.soldOut} · ${it.sold_out_until ? w.until(whenWords(it.sold_out_until)) : w.soldToday}`, { available: true, sold_out_until: morning(Date.now(), menu.time_zone).toISOString() }],
    ["long", `${w.soldOut} · ${w.soldLong}`, { available: false }],
  ];
  return (
    <div class="chips wrap" role="group" aria-label={w.onSale}>
      {choices.map(([name, label, body]) => <button key={name} type="button" class="chip" aria-pressed={state === name} disabled={busy.value} onClick={() => void set(body)}>{label}</button>)}
    </div>
  );
}
