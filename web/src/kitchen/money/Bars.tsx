import { money, sum } from "../../core/money";
import { locale } from "../../core/i18n";
import { k } from "../words";
import type { Bar } from "./days";

/// Sales over time: a picture, and the same in a sentence.
export function Bars({ bars, currency, hourly }: { bars: Bar[]; currency: string; hourly: boolean }) {
  const w = k().money;
  const most = Math.max(...bars.map((it) => it.amount), 0);
  const top = bars.find((it) => it.amount === most);
  const named = (label: string) =>
    hourly ? `${label}:00` : new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${label}T12:00:00Z`));
  const marks = [bars[0], bars[Math.floor(bars.length / 2)], bars.at(-1)].filter((it, i, all) => it && all.indexOf(it) === i) as Bar[];
  return (
    <section class="panel">
      <h2>{hourly ? w.hourly : w.daily}</h2>
      {top && most > 0 && <p class="soft">{w.chart(money(sum(bars.map((it) => it.amount)), currency), `${named(top.label)} (${money(most, currency)})`)}</p>}
      <div class="k-bars" aria-hidden="true">
        {bars.map((it) => (
          <div class="k-bar-one" key={it.label} title={`${named(it.label)}: ${money(it.amount, currency)}`}>
            <span class={it.amount > 0 ? "k-bar-fill" : "k-bar-fill nothing"} style={{ height: `${most > 0 ? (it.amount / most) * 100 : 0}%` }} />
          </div>
        ))}
      </div>
      <div class="k-axis" aria-hidden="true">{marks.map((it) => <span key={it.label}>{named(it.label)}</span>)}</div>
    </section>
  );
}
