import { useEffect, useRef } from "preact/hooks";
import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { filter, query } from "../../core/router";
import { Icon } from "../../pictures/Icon";

const MOST_CUISINES = 14;

export function cuisinesOf(cards: Card[]): string[] {
  const counts = new Map<string, number>();
  for (const card of cards)
    for (const part of card.cuisine.split(",")) {
      const name = part.trim();
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CUISINES).map(([name]) => name);
}

export const title = (cuisine: string) => cuisine.charAt(0).toUpperCase() + cuisine.slice(1);

export function Filters({ all }: { all: Card[] }) {
  const w = t().home;
  const now = query.value;
  const timer = useRef<number>(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const toggle = (name: string) => filter({ [name]: now.has(name) ? null : "1" });
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
        <button type="button" class="chip" aria-pressed={now.has("open")} onClick={() => toggle("open")}><Icon name="clock" size={18} />{w.open}</button>
        <button type="button" class="chip" aria-pressed={now.has("favourites")} onClick={() => toggle("favourites")}><Icon name="heart" size={18} />{w.favourites}</button>
        {cuisinesOf(all).map((it) => (
          <button key={it} type="button" class="chip" aria-pressed={now.get("cuisine") === it} onClick={() => filter({ cuisine: now.get("cuisine") === it ? null : it })}>{title(it)}</button>
        ))}
      </div>
    </div>
  );
}
