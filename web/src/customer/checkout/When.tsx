import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { slots } from "../../api/orders";
import type { Eta, SlotList } from "../../api/wire";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { day, daysBetween, now, range, roundUp } from "../../core/time";
import { details, set } from "./details";

type Free = SlotList["slots"];

/// The free slots of each day of the town, in order.
export function byDay(free: Free, zone: string | undefined): [string, Free][] {
  const days = new Map<string, Free>();
  for (const it of free) {
    const away = daysBetween(now.peek(), it.from, zone);
    const title = away === 0 ? t().shop.today : away === 1 ? t().shop.tomorrow : day(it.from, zone);
    days.set(title, [...(days.get(title) ?? []), it]);
  }
  return [...days];
}

interface Props {
  restaurant: number;
  eta: Eta | null;
  /// the code with which a price was refused
  refused: string | null;
}

export function When({ restaurant, eta, refused }: Props) {
  const list = useResource(`slots.${restaurant}`, () => slots(restaurant));
  const closed = useSignal(false);
  const w = t().checkout;
  const chosen = details.value.slot;
  const later = chosen !== null;
  const free = (list.data?.slots ?? []).filter((it) => it.left > 0);
  const zone = list.data?.time_zone;
  useEffect(() => {
    if (refused === "restaurant_closed" && !later) closed.value = true;
    if (refused === "slot_gone") void list.reload();
  }, [refused, later]);
  const first = free[0]?.from ?? null;
  const there = free.some((it) => it.from === chosen);
  useEffect(() => {
    // a kitchen that is closed cooks later; a time that is gone is not kept
    if (first && (later ? !there : closed.value)) set({ slot: first });
  }, [first, later, there, closed.value]);
  return (
    <section class="panel">
      <h2>{w.when}</h2>
      <div class="chips wrap" role="radiogroup" aria-label={w.when}>
        <label class={closed.value ? "chip off" : "chip"}><input type="radio" name="when" checked={!later} disabled={closed.value} onChange={() => set({ slot: null })} />{w.asap}</label>
        <label class={first ? "chip" : "chip off"}><input type="radio" name="when" checked={later} disabled={!first} onChange={() => set({ slot: first })} />{w.laterSlot}</label>
      </div>
      {closed.value && first && <p class="soft small spaced">{t().shop.closedNow}</p>}
      {!later && eta && !refused && <p class="spaced strong">{w.arrives(range(roundUp(eta.from, 5), roundUp(eta.to, 5), zone))}</p>}
      {list.data && !first && <p class="soft small spaced">{w.noSlots}</p>}
      {later && (
        <div class="field spaced">
          <label for="slot">{w.pickSlot}</label>
          <select id="slot" class="input" value={chosen} onChange={(event) => set({ slot: event.currentTarget.value })}>
            {byDay(free, zone).map(([title, times]) => (
              <optgroup key={title} label={title}>
                {times.map((it) => <option key={it.from} value={it.from}>{range(it.from, it.to, zone)}{it.left <= 2 ? ` · ${w.left(it.left)}` : ""}</option>)}
              </optgroup>
            ))}
          </select>
        </div>
      )}
    </section>
  );
}
