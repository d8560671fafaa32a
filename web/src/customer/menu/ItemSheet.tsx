import { useSignal } from "@preact/signals";
import type { Item, Menu, OptionGroup } from "../../api/wire";
import { t } from "../../core/i18n";
import { money, sum, times } from "../../core/money";
import { Note, Stepper } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { add, added, cart, cartOf } from "../cart";
import { avoided } from "../liked";
import { fits } from "../reconcile";
import { GroupField } from "./GroupField";

/// One dish: its choices first, so that the price on the button is never a surprise.
export function ItemSheet({ item, menu, onClose }: { item: Item; menu: Menu; onClose: () => void }) {
  const chosen = useSignal(new Set(onlyChoices(item)));
  const quantity = useSignal(1);
  const note = useSignal("");
  const missing = useSignal<string | null>(null);
  const asking = useSignal(false);
  const w = t();
  const options = item.option_groups.flatMap((it) => it.options).filter((it) => chosen.value.has(it.option_id));
  const price = times(sum([item.price, ...options.map((it) => it.price)]), quantity.value);

  const put = (fresh: boolean) => {
    const to = fresh || cart.value?.restaurant_id !== menu.restaurant_id ? cartOf(menu) : cart.value;
    cart.value = add(to, item, options, quantity.value, note.value);
    added.value = { name: item.name };
    onClose();
  };
  const submit = () => {
    if (!fits(item, chosen.value)) {
      const group = item.option_groups.find((it) => it.options.filter((one) => chosen.value.has(one.option_id)).length < it.min);
      missing.value = group?.group_id ?? null;
      document.getElementById(`group-${group?.group_id}`)?.scrollIntoView({ block: "center" });
      document.querySelector<HTMLElement>(`#group-${group?.group_id} input`)?.focus();
    } else if (cart.value && cart.value.restaurant_id !== menu.restaurant_id && cart.value.lines.length) asking.value = true;
    else put(false);
  };
  if (asking.value)
    return (
      <Sheet title={w.menu.switchTitle} onClose={onClose} foot={<><button type="button" class="button grow" onClick={onClose}>{w.menu.switchNo}</button><button type="button" class="button main grow" onClick={() => put(true)}>{w.menu.switchYes}</button></>}>
        <p>{w.menu.switchText(cart.value?.restaurant_name ?? "")}</p>
      </Sheet>
    );
  return (
    <Sheet
      title={item.name} onClose={onClose}
      foot={<><Stepper value={quantity.value} onChange={(it) => (quantity.value = it)} label={w.menu.quantity} /><button type="button" class="button main grow" onClick={submit}>{w.menu.add(money(price, menu.currency))}</button></>}
    >
      <div class="stack">
        {item.description && <p class="soft">{item.description}</p>}
        <Allergens item={item} />
        {item.option_groups.map((group) => (
          <GroupField key={group.group_id} group={group} chosen={chosen.value} currency={menu.currency} missing={missing.value === group.group_id}
            onChange={(option, on) => { chosen.value = pick(chosen.value, group, option, on); missing.value = null; }} />
        ))}
        <div class="field">
          <label for="dish-note">{w.menu.note} <span class="soft">({w.common.optional})</span></label>
          <textarea id="dish-note" class="input" maxLength={200} rows={2} placeholder={w.menu.notePlaceholder} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} />
        </div>
      </div>
    </Sheet>
  );
}

/// Where there is nothing to choose from, it is chosen already.
const onlyChoices = (item: Item): string[] =>
  item.option_groups.filter((it) => it.min > 0 && it.options.length === it.min).flatMap((it) => it.options.map((one) => one.option_id));

/// One of one replaces what was chosen; of several, no more than the group allows.
function pick(chosen: Set<string>, group: OptionGroup, option: string, on: boolean): Set<string> {
  const next = new Set(chosen);
  if (!on) next.delete(option);
  else {
    if (group.max === 1) for (const it of group.options) next.delete(it.option_id);
    next.add(option);
  }
  return next;
}

function Allergens({ item }: { item: Item }) {
  const w = t();
  const warned = item.allergens.filter((it) => avoided.value.includes(it)).map((it) => w.allergens[it]);
  return (
    <>
      {warned.length > 0 && <Note tone="bad" icon="warn">{w.menu.warns(warned.join(", "))}</Note>}
      <p class="small soft">{item.allergens.length ? w.menu.contains(item.allergens.map((it) => w.allergens[it]).join(", ")) : w.menu.noAllergens}</p>
    </>
  );
}
