import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { nextSpan, overnight, type Span } from "./spans";

const MOST = 6;

interface Props {
  name: string;
  spans: Span[];
  /// the day before, to be copied
  above?: { name: string; spans: Span[] } | null;
  onChange: (spans: Span[]) => void;
}

export function DayRow({ name, spans, above = null, onChange }: Props) {
  const w = k().hours;
  const same = above !== null && JSON.stringify(above.spans) === JSON.stringify(spans);
  return (
    <div class="k-day" role="group" aria-label={name}>
      <strong>{name}</strong>
      {spans.length === 0 ? <span class="k-soft">{w.closed}</span> : <Spans name={name} spans={spans} onChange={onChange} />}
      <div class="k-buttons">
        {above && !same && <button type="button" class="plain" onClick={() => onChange(above.spans)}>{w.copy(above.name)}</button>}
        {spans.length < MOST && <button type="button" class="round" aria-label={w.add(name)} title={w.add(name)} onClick={() => onChange([...spans, nextSpan(spans)])}><Icon name="plus" size={20} /></button>}
      </div>
    </div>
  );
}

function Spans({ name, spans, onChange }: { name: string; spans: Span[]; onChange: (spans: Span[]) => void }) {
  const w = k().hours;
  const set = (at: number, change: Partial<Span>) => onChange(spans.map((it, i) => (i === at ? { ...it, ...change } : it)));
  return (
    <div class="k-spans">
      {spans.map((it, i) => (
        <div class="k-span" key={i}>
          <input class="input number" type="time" required aria-label={`${name}, ${w.opens}`} value={it.opens} onChange={(event) => event.currentTarget.value && set(i, { opens: event.currentTarget.value })} />
          <span aria-hidden="true">–</span>
          <input class="input number" type="time" required aria-label={`${name}, ${w.closes}`} value={it.closes} onChange={(event) => event.currentTarget.value && set(i, { closes: event.currentTarget.value })} />
          {overnight(it) && <span class="tag">{it.opens === it.closes ? w.allDay : w.nextDay}</span>}
          <button type="button" class="round" aria-label={w.remove(`${name} ${it.opens}–${it.closes}`)} onClick={() => onChange(spans.filter((_, at) => at !== i))}><Icon name="close" size={20} /></button>
        </div>
      ))}
    </div>
  );
}
