import { useEffect, useRef } from "preact/hooks";
import type { Card } from "../../api/wire";
import { locale, t } from "../../core/i18n";
import { filter, query } from "../../core/router";
import { Icon } from "../../pictures/Icon";
import { door } from "../door";
import { cuisineWords, partsOf } from "../cuisine";
import { c } from "../words";
import { picked, QUICK_MINUTES, SORTS, TOP_STARS } from "./wanted";

const MOST_CUISINES = 14;

export function cuisinesOf(cards: Card[]): string[] {
  const counts = new Map<string, number>();
  for (const card of cards)
    for (const name of partsOf(card.cuisine)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CUISINES).map(([name]) => name);
}

export function Filters({ all }: { all: Card[] }) {
  const w = t().home;
  const more = c().sort;
  const now = query.value;
  const timer = useRef<number>(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const toggle = (name: string) => filter({ [name]: now.has(name) ? null : "1" });
  const top = new Intl.NumberFormat(locale(), { minimumFractionDigits: 1 }).format(TOP_STARS);
  return (
    <div class="stack-s" role="search">
      <div class="search">
        <Icon name="search" />
        <input
          class="input" type="search" aria-label={w.search} placeholder={w.search} defaultValue={now.get("q") ?? ""} enterkeyhint="search"
          onInput={(event) => {
            const text = event.currentTarget.value.trim();
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => filter({ q: text }), 250);
          }}
        />
      </div>
      <div class="chips" role="group" aria-label={w.filters}>
        <SortChip />
        <button type="button" class="chip" aria-pressed={now.has("open")} onClick={() => toggle("open")}><Icon name="clock" size={18} />{w.open}</button>
        {door.value && <button type="button" class="chip" aria-pressed={now.has("quick")} onClick={() => toggle("quick")}>{more.quick(QUICK_MINUTES)}</button>}
        <button type="button" class="chip" aria-pressed={now.has("top")} aria-label={more.top(top)} onClick={() => toggle("top")}><Icon name="star" size={18} /><span class="number">{top}+</span></button>
        <button type="button" class="chip" aria-pressed={now.has("favourites")} onClick={() => toggle("favourites")}><Icon name="heart" size={18} />{w.favourites}</button>
        {cuisinesOf(all).map((it) => (
          <button key={it} type="button" class="chip" aria-pressed={now.get("cuisine") === it} onClick={() => filter({ cuisine: now.get("cuisine") === it ? null : it })}>{cuisineWords(it)}</button>
        ))}
      </div>
    </div>
  );
}

/// The browser's own list of choices, in the shape of a chip.
function SortChip() {
  const w = c().sort;
  const { sort } = picked(query.value);
  return (
    <span class={sort === "near" ? "chip sort" : "chip sort chosen"}>
      <select aria-label={w.label} value={sort} onChange={(event) => filter({ sort: event.currentTarget.value === "near" ? null : event.currentTarget.value })}>
        {SORTS.filter((it) => door.value || (it !== "fee" && it !== "fast")).map((it) => <option key={it} value={it}>{w[it]}</option>)}
      </select>
      <Icon name="down" size={16} />
    </span>
  );
}
