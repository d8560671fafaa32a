import { useSignal } from "@preact/signals";
import type { Menu } from "../../api/wire";
import { GroupField } from "../../customer/menu/GroupField";
import { money } from "../../core/money";
import { t } from "../../core/i18n";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { type Instead, proposal, withOption } from "./instead";

interface Props { menu: Menu; without: string; chosen: Instead | null; onChoose: (it: Instead | null) => void }

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/// One dish of those that can be had now; dishes of the same section come first.
export function DishChoice({ menu, without, chosen, onChoose }: Props) {
  const w = k().missing;
  const sought = useSignal("");
  const beside = menu.sections.find((it) => it.items.some((item) => item.item_id === without));
  const sections = [...(beside ? [beside] : []), ...menu.sections.filter((it) => it !== beside)];
  const dishes = sections.flatMap((it) => it.items).filter((it) => it.available && it.item_id !== without);
  const found = dishes.filter((it) => plain(it.name).includes(plain(sought.value)));
  if (chosen)
    return (
      <div class="k-inset stack-s">
        <div class="row between"><strong>{chosen.item.name}</strong><button type="button" class="plain" onClick={() => onChoose(null)}>{t().common.edit}</button></div>
        {chosen.item.option_groups.map((group) => <GroupField key={group.group_id} group={group} chosen={chosen.options} currency={menu.currency} missing={false} onChange={(option, on) => onChoose(withOption(chosen, option, on))} />)}
      </div>
    );
  return (
    <div class="stack-s">
      <div class="search"><Icon name="search" /><input type="search" class="input" aria-label={w.find} placeholder={w.find} value={sought.value} onInput={(event) => (sought.value = event.currentTarget.value)} /></div>
      {found.length === 0 && <p class="soft">{dishes.length === 0 ? w.none : k().menu.nothing}</p>}
      <ul class="k-dishes">
        {found.slice(0, 40).map((it) => <li key={it.item_id}><button type="button" class="k-row" onClick={() => onChoose(proposal(it))}><span class="grow">{it.name}</span><span class="number soft">{money(it.price, menu.currency)}</span></button></li>)}
      </ul>
    </div>
  );
}
