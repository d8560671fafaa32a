import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readMenu } from "../../api/city";
import type { Item, Menu } from "../../api/wire";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { back } from "../../core/router";
import { cityZone, whenWords } from "../../core/time";
import { Bone, Note, Trouble, Waiting } from "../../look/parts";
import { Cover } from "../../pictures/Dish";
import { Icon } from "../../pictures/Icon";
import { cart } from "../cart";
import { CartPanel } from "../CartPanel";
import { favourites, toggleFavourite } from "../liked";
import { type Change, reconcile } from "../reconcile";
import { Brief } from "./Brief";
import { Carried, Changes } from "./Changes";
import { DishRow } from "./DishRow";
import { useGradually } from "./gradually";
import { HoursSheet } from "./HoursSheet";
import { ItemSheet } from "./ItemSheet";
import { SectionBar } from "./SectionBar";
import "../css/menu.css";

export function MenuPage({ id }: { id: number }) {
  const menu = useResource(`menu.${id}`, () => readMenu(id));
  const item = useSignal<Item | null>(null);
  const changes = useSignal<Change[]>([]);
  const wish = useSignal("");
  const it = menu.data;
  const version = it ? `${it.version} ${it.sections.flatMap((one) => one.items).map((one) => one.available).join()}` : "";
  useEffect(() => {
    if (!it) return;
    document.title = `${it.name} · goFOOD`;
    cityZone.value = it.time_zone ?? null;
    if (cart.value?.restaurant_id !== id) return;
    const now = reconcile(cart.value, it);
    if (now.changes.length) changes.value = now.changes;
    cart.value = now.cart.lines.length ? now.cart : null;
  }, [version]);
  const drawn = useGradually(it?.sections.length ?? 0, 1);
  if (menu.failure && !it) return <div class="page"><Trouble failure={menu.failure} again={menu.reload} /></div>;
  if (!it) return <Bones />;
  const words = wish.value.trim().toLowerCase();
  const sections = it.sections
    .map((section, i) => ({ ...section, id: `section-${i}`, items: section.items.filter((one) => !words || `${one.name} ${one.description}`.toLowerCase().includes(words)) }))
    .filter((section) => section.items.length);
  return (
    <div class="menu">
      <div class="menu-main">
        <Head menu={it} />
        <Carried restaurant={id} currency={it.currency} />
        <Changes changes={changes.value} title={t().cart.changed} currency={it.currency} onClose={() => (changes.value = [])} />
        <SectionBar sections={sections} wish={wish} />
        {sections.length === 0 && <p class="soft menu-none" role="status">{t().menu.nothing}</p>}
        {(words ? sections : sections.slice(0, drawn)).map((section) => (
          <section key={section.id} id={section.id} aria-labelledby={`${section.id}-name`} class="menu-section">
            <h2 id={`${section.id}-name`}>{section.name}</h2>
            <ul class="dishes">
              {section.items.map((one) => <DishRow key={one.item_id} item={one} currency={it.currency} restaurant={id} onPick={() => (item.value = one)} />)}
            </ul>
          </section>
        ))}
      </div>
      {drawn === it.sections.length && <aside class="menu-cart" aria-label={t().cart.title}><CartPanel restaurant={id} /></aside>}
      {item.value && <ItemSheet item={item.value} menu={it} onClose={() => (item.value = null)} />}
    </div>
  );
}

function Head({ menu }: { menu: Menu }) {
  const w = t();
  const hours = useSignal(false);
  const loved = favourites.value.includes(menu.restaurant_id);
  return (
    <div class="menu-head">
      <Cover cuisine={menu.cuisine} id={menu.restaurant_id} quiet={!menu.open_now} />
      <div class="menu-tools">
        <button type="button" class="round filled" aria-label={w.common.back} onClick={() => back("/")}><Icon name="back" /></button>
        <button
          type="button" class={loved ? "round filled loved" : "round filled"} aria-pressed={loved}
          aria-label={loved ? w.home.dropFavourite(menu.name) : w.home.addFavourite(menu.name)} onClick={() => toggleFavourite(menu.restaurant_id)}
        ><Icon name="heart" filled={loved} /></button>
      </div>
      <div class="menu-title stack-s">
        <h1 tabIndex={-1}>{menu.name}</h1>
        <Brief menu={menu} />
        {menu.description && <p class="measure">{menu.description}</p>}
        <p class="row wrap soft small"><span class="row"><Icon name="pin" size={18} />{menu.address.text}</span>
          <button type="button" class="plain" onClick={() => (hours.value = true)}><Icon name="clock" size={18} />{w.menu.hours}</button></p>
        {!menu.open_now && (
          <Note tone="late" icon="clock">{menu.opens_at ? w.menu.closed(menu.name, whenWords(menu.opens_at)) : w.menu.closedPlain(menu.name)}</Note>
        )}
      </div>
      {hours.value && <HoursSheet menu={menu} onClose={() => (hours.value = false)} />}
    </div>
  );
}

const Bones = () => (
  <div class="menu"><div class="menu-main"><Waiting><div class="stack"><Bone height={200} /><Bone height={40} width="60%" /><Bone height={44} />
    {Array.from({ length: 5 }, (_, i) => <Bone key={i} height={96} />)}</div></Waiting></div></div>
);
