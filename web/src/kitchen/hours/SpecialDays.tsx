import type { SpecialDay } from "../../api/kitchen";
import { day } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { dateIn, plusDays } from "../zoned";
import { DayRow } from "./DayRow";

const MOST = 100;

export function SpecialDays({ days, onChange }: { days: SpecialDay[]; onChange: (days: SpecialDay[]) => void }) {
  const w = k().hours;
  const set = (at: number, change: Partial<SpecialDay>) => onChange(days.map((it, i) => (i === at ? { ...it, ...change } : it)));
  const add = () => {
    const last = days.map((it) => it.date).sort().at(-1);
    const today = dateIn(Date.now(), "UTC");
    onChange([...days, { date: plusDays(last && last > today ? last : today, 1), why: null, spans: [] }]);
  };
  return (
    <section class="panel">
      <h2>{w.special}</h2>
      <p class="soft small">{w.specialHelp}</p>
      {days.map((it, i) => (
        <div key={i} class="stack-s spaced">
          <div class="k-option">
            <input class="input" aria-label={w.why} placeholder={w.whyPlaceholder} maxLength={100} value={it.why ?? ""} onInput={(event) => set(i, { why: event.currentTarget.value || null })} />
            <input class="input number k-date" type="date" required aria-label={w.date} value={it.date} onChange={(event) => event.currentTarget.value && set(i, { date: event.currentTarget.value })} />
            <button type="button" class="round" aria-label={w.remove(it.why ?? it.date)} onClick={() => onChange(days.filter((_, at) => at !== i))}><Icon name="close" size={20} /></button>
          </div>
          <DayRow name={day(`${it.date}T12:00:00Z`, "UTC")} spans={it.spans.map(({ opens, closes }) => ({ opens: opens.slice(0, 5), closes: closes.slice(0, 5) }))} onChange={(spans) => set(i, { spans })} />
        </div>
      ))}
      <button type="button" class="button small spaced" disabled={days.length >= MOST} onClick={add}><Icon name="plus" size={18} />{w.addDay}</button>
    </section>
  );
}
