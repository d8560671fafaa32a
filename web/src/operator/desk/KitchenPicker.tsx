import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { findRestaurants } from "../../api/city";
import type { Card } from "../../api/wire";
import { useResource } from "../../core/resource";
import { Icon } from "../../pictures/Icon";
import { d } from "../words";

const MOST_FOUND = 6;

export const useKitchens = () =>
  useResource<Card[]>("kitchens", () => findRestaurants(null, { q: null, cuisine: null, open: false }));

interface Props { label: string; chosen: number[]; onChange: (ids: number[]) => void; single?: boolean }

/// Kitchens by their names: nobody knows their numbers.
export function KitchenPicker({ label, chosen, onChange, single = false }: Props) {
  const w = d().picker;
  const id = useId();
  const typed = useSignal("");
  const all = useKitchens().data ?? [];
  const nameOf = (one: number) => all.find((it) => it.restaurant_id === one)?.name ?? `#${one}`;
  const text = typed.value.trim().toLowerCase();
  const found = text ? all.filter((it) => !chosen.includes(it.restaurant_id) && it.name.toLowerCase().includes(text)).slice(0, MOST_FOUND) : [];
  const add = (it: Card) => {
    onChange(single ? [it.restaurant_id] : [...chosen, it.restaurant_id]);
    typed.value = "";
    document.getElementById(id)?.focus();
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {chosen.length > 0 && (
        <ul class="row wrap picked">
          {chosen.map((one) => <li key={one}><button type="button" class="chip" onClick={() => onChange(chosen.filter((it) => it !== one))}>{nameOf(one)}<Icon name="close" size={16} /><span class="hidden">{w.remove}</span></button></li>)}
        </ul>
      )}
      <input id={id} class="input" type="search" placeholder={w.find} autocomplete="off" value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
      <div role="status" class="small soft">{text && (found.length ? "" : w.none)}</div>
      {found.length > 0 && <ul class="chips wrap">{found.map((it) => <li key={it.restaurant_id}><button type="button" class="chip" onClick={() => add(it)}><Icon name="plus" size={16} />{it.name}</button></li>)}</ul>}
    </div>
  );
}
