import { useSignal } from "@preact/signals";
import { filter, query } from "../../core/router";
import { Bone, Empty, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DeskPage, Rated, Refusal } from "../parts";
import { useKitchens } from "./KitchenPicker";
import { KitchenSheet } from "./KitchenSheet";
import { t } from "../../core/i18n";
import { d } from "../words";

const STEP = 40;

/// The kitchens, how they are rated, and what was said of them.
export function Kitchens() {
  const w = d().kitchens;
  const list = useKitchens();
  const typed = useSignal("");
  const most = useSignal(STEP);
  const worst = query.value.get("sort") === "rating";
  const text = typed.value.trim().toLowerCase();
  const found = (list.data ?? [])
    .filter((it) => !text || `${it.name} ${it.restaurant_id} ${it.cuisine}`.toLowerCase().includes(text))
    .sort((a, b) => (worst ? (a.rating?.average ?? 6) - (b.rating?.average ?? 6) : 0) || a.name.localeCompare(b.name));
  const chosen = Number(query.value.get("kitchen"));
  const open = (id: number | null) => filter({ kitchen: id === null ? null : String(id) });
  return (
    <DeskPage title={w.title} lead={w.lead}>
      <div class="row wrap">
        <div class="search grow"><Icon name="search" size={20} /><input class="input" type="search" aria-label={w.find} placeholder={w.find} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} /></div>
        <button type="button" class="chip" aria-pressed={worst} onClick={() => filter({ sort: worst ? null : "rating" })}>{w.worst}</button>
      </div>
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {list.loading && <Waiting><div class="stack-s">{[1, 2, 3, 4, 5, 6].map((n) => <Bone key={n} height={64} />)}</div></Waiting>}
      {list.data && !found.length && <Empty title={w.none} text={w.noneText} />}
      {found.length > 0 && (
        <ul class="panel lines">
          {found.slice(0, most.value).map((it) => (
            <li key={it.restaurant_id} class="row between wrap compact">
              <span class="grow"><strong>{it.name}</strong> <span class="soft small number">{it.restaurant_id}</span><span class="block soft small">{it.address.text}</span></span>
              <Rated stars={it.rating} />
              <span class={`tag ${it.open_now ? "good" : ""}`}>{it.open_now ? w.open : w.closed}</span>
              <button type="button" class="button small" onClick={() => open(it.restaurant_id)}>{w.see}<span class="hidden"> {it.name}</span></button>
            </li>
          ))}
        </ul>
      )}
      {found.length > most.value && <button type="button" class="button" onClick={() => (most.value += STEP)}>{t().common.showMore}</button>}
      {chosen > 0 && <KitchenSheet key={chosen} id={chosen} card={list.data?.find((it) => it.restaurant_id === chosen) ?? null} onClose={() => open(null)} />}
    </DeskPage>
  );
}
