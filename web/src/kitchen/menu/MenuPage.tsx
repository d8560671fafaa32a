import { useSignal } from "@preact/signals";
import { changeItem, type ItemChange } from "../../api/kitchen";
import type { Failure } from "../../api/failure";
import type { Item, Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import type { Resource } from "../../core/resource";
import { money } from "../../core/money";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone, Empty, Trouble, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { morning } from "../zoned";
import { DishSheet } from "./DishSheet";

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function MenuPage({ restaurant, menu }: { restaurant: number; menu: Resource<Menu> }) {
  const w = k().menu;
  const sought = useSignal("");
  const editing = useSignal<Item | "new" | null>(null);
  const it = menu.data;
  if (!it) return <div class="k-page">{menu.failure ? <Trouble failure={menu.failure} again={() => void menu.reload()} /> : <Bones />}</div>;
  const change = async (item: Item, body: ItemChange) => {
    try {
      await changeItem(restaurant, item.item_id, body, null);
      await menu.reload();
    } catch (failure) {
      say(explain(failure as Failure, it.currency));
      void menu.reload();
    }
  };
  const sections = it.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => plain(`${item.name} ${item.description}`).includes(plain(sought.value))) }))
    .filter((section) => section.items.length > 0);
  const dishes = it.sections.reduce((all, section) => all + section.items.length, 0);
  return (
    <div class="k-page">
      <div class="k-head">
        <h1 tabIndex={-1}>{w.title}</h1>
        <div class="search"><Icon name="search" /><input type="search" class="input" aria-label={w.search} placeholder={w.search} value={sought.value} onInput={(event) => (sought.value = event.currentTarget.value)} /></div>
        <button type="button" class="button main" onClick={() => (editing.value = "new")}><Icon name="plus" size={20} />{w.add}</button>
      </div>
      {dishes === 0 && <Empty title={w.none} text={w.noneText} />}
      {dishes > 0 && sections.length === 0 && <p class="soft spaced" role="status">{w.nothing}</p>}
      {sections.map((section) => (
        <section key={section.name} class="k-section">
          <h2>{section.name}</h2>
          <ul>
            {section.items.map((item) => (
              <li key={item.item_id} class={item.available ? "k-item" : "k-item out"}>
                <button type="button" class="k-row" onClick={() => (editing.value = item)}>
                  <span class="grow"><span class="hidden">{t().common.edit}: </span><strong class="cut">{item.name}</strong>{item.available ? <span class="soft small cut">{item.description}</span> : <span class="tag late">{item.sold_out_until ? `${w.soldOut} · ${w.until(whenWords(item.sold_out_until))}` : w.soldOut}</span>}</span>
                  <span class="number strong">{money(item.price, it.currency)}</span>
                </button>
                <OnSale item={item} onChange={(body) => void change(item, body)} tomorrow={morning(Date.now(), it.time_zone).toISOString()} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {editing.value && <DishSheet key={editing.value === "new" ? "new" : editing.value.item_id} menu={it} item={editing.value === "new" ? null : editing.value} onChanged={menu.reload} onClose={() => (editing.value = null)} />}
    </div>
  );
}

/// Off means until tomorrow, which is what a kitchen means most often; the dish's sheet knows more.
function OnSale({ item, tomorrow, onChange }: { item: Item; tomorrow: string; onChange: (body: ItemChange) => void }) {
  const w = k().menu;
  return (
    <label class="k-switcher">
      <input type="checkbox" role="switch" aria-label={w.toggle(item.name)} checked={item.available} onChange={(event) => onChange(event.currentTarget.checked ? { available: true } : { sold_out_until: tomorrow })} />
    </label>
  );
}

const Bones = () => <Waiting><div class="stack"><Bone height={48} width="60%" />{[1, 2, 3, 4, 5, 6].map((it) => <Bone key={it} height={60} />)}</div></Waiting>;
