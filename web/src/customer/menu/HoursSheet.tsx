import type { Menu } from "../../api/wire";
import { t } from "../../core/i18n";
import { clock, day as dayWords, range } from "../../core/time";
import { Sheet } from "../../look/Sheet";
import { c } from "../words";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

interface Span {
  opens: string;
  closes: string;
}

/// "11:30" of the place's own clock, as a moment of any day.
const moment = (time: string) => `2026-01-05T${time.slice(0, 5)}:00Z`;

export function spanWords({ opens, closes }: Span): string {
  if (opens.slice(0, 5) === closes.slice(0, 5)) return c().hours.allDay;
  return closes > opens ? range(moment(opens), moment(closes), "UTC") : `${clock(moment(opens), "UTC")}–${clock(moment(closes), "UTC")}`;
}

const all = (spans: Span[]) => spans.map(spanWords).join(", ") || t().menu.closedDay;

/// When it is open, each day and on days that are unlike the others.
export function HoursSheet({ menu, onClose }: { menu: Menu; onClose: () => void }) {
  const w = t();
  const today = new Intl.DateTimeFormat("en", { weekday: "short", timeZone: menu.time_zone }).format(new Date()).toLowerCase();
  const coming = menu.hours.exceptions.filter((it) => it.date >= new Date().toISOString().slice(0, 10)).slice(0, 10);
  return (
    <Sheet title={w.menu.hours} onClose={onClose}>
      <dl class="sums">
        {DAYS.map((it) => (
          <><dt class={it === today ? "strong" : ""}>{w.days[it]}</dt><dd class={it === today ? "number strong" : "number"}>{all(menu.hours.weekly.filter((one) => one.day === it))}</dd></>
        ))}
      </dl>
      {coming.length > 0 && (
        <><h3 class="hours-other">{c().hours.special}</h3>
          <dl class="sums">{coming.map((it) => <><dt>{dayWords(`${it.date}T12:00:00Z`, "UTC")}{it.why ? <span class="soft small"> {it.why}</span> : null}</dt><dd class="number">{all(it.spans)}</dd></>)}</dl></>
      )}
      <p class="soft small hours-where">{menu.address.text}{menu.phone && <> · <a href={`tel:${menu.phone.replace(/\s/g, "")}`}>{menu.phone}</a></>}</p>
    </Sheet>
  );
}
