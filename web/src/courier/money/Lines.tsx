import type { Statement } from "../../api/couriers";
import { Money } from "../../look/parts";
import { clock, day } from "../../core/time";
import { c } from "../words";

type Line = Statement["lines"][number];

/// The newest first, under their days.
export function Lines({ lines, currency }: { lines: Line[]; currency: string }) {
  const w = c();
  const days = new Map<string, Line[]>();
  for (const it of [...lines].reverse()) days.set(day(it.at), [...(days.get(day(it.at)) ?? []), it]);
  return (
    <section class="stack"><h2>{w.money.lines}</h2>
      {[...days].map(([name, those]) => (
        <div key={name}><h3 class="soft">{name}</h3>
          <ul class="lines">{those.map((it, i) => (
            <li key={i} class="row between"><span class="grow"><strong>{w.money.kind[it.kind]}</strong><br /><span class="soft small">{clock(it.at)}{it.order_id !== null && <> · {w.ride.order(it.order_id)}</>}</span></span>
              <span class={it.amount < 0 ? "" : "good strong"}><Money amount={it.amount} currency={currency} /></span></li>
          ))}</ul></div>
      ))}
    </section>
  );
}
