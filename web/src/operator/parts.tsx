import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId } from "preact/hooks";
import { Failure } from "../api/failure";
import { LIABLE, type Liable } from "../api/wire-operator";
import { explain } from "../core/explain";
import { t } from "../core/i18n";
import type { Stars } from "../api/wire-watch";
import { locale } from "../core/i18n";
import { say } from "../core/toasts";
import { Fault, Note } from "../look/parts";
import { Icon } from "../pictures/Icon";
import { o } from "./words";

/// One thing that is done at a time, and what became of it.
export function useAct() {
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const run = async (act: () => Promise<unknown>) => {
    if (busy.peek()) return;
    busy.value = true;
    failure.value = null;
    try {
      await act();
    } catch (raw) {
      if (!(raw instanceof Failure)) throw raw;
      failure.value = raw;
    } finally {
      busy.value = false;
    }
  };
  return { busy, failure, run };
}

/// What a failure means to an operator.
export function explained(failure: Failure): string {
  const own = o().failure;
  return failure.code in own ? own[failure.code as keyof typeof own] : explain(failure);
}

/// A failure with the trace id, by which it is found in the logs.
export function Refusal({ failure, again }: { failure: Failure | null; again?: () => void }) {
  if (!failure) return <div role="alert" />;
  // what broke on our own side has no trace
  const trace = failure instanceof Failure ? failure.text("trace_id") : null;
  return (
    <div role="alert">
      <Note tone="bad" icon="warn">
        <p>{explained(failure)}</p>
        {trace && <Trace id={trace} />}
        {again && <p><button type="button" class="button small" onClick={again}>{t().common.again}</button></p>}
      </Note>
    </div>
  );
}

/// The id under which the logs have it, to be taken there.
export function Trace({ id }: { id: string }) {
  const w = o();
  const copy = () => void navigator.clipboard.writeText(id).then(() => say(w.copied), () => undefined);
  return (
    <button type="button" class="trace" title={w.copy} onClick={copy}>
      <span class="hidden">{w.copy}: </span><span class="trace-word">{w.trace}</span> <code>{id.length > 12 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id}</code><Icon name="copy" size={16} />
    </button>
  );
}

/// "4.6 ★ (31)": what those who rated gave.
export function Rated({ stars }: { stars: Stars | null | undefined }) {
  if (!stars) return null;
  const average = new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(stars.average);
  return (
    <span class="rated number" role="img" aria-label={o().stars(average, stars.count)}>
      <Icon name="star" size={14} filled /><span aria-hidden="true">{average} <span class="soft">({stars.count})</span></span>
    </span>
  );
}

/// So many of five stars.
export const GivenStars = ({ n }: { n: number }) => (
  <span class="given-stars" role="img" aria-label={o().starsGiven(n)}>{[1, 2, 3, 4, 5].map((it) => <Icon key={it} name="star" size={16} filled={it <= n} />)}</span>
);

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · goFOOD`;
  }, [title]);
}

interface PageProps { title: string; lead?: string; action?: ComponentChildren; children: ComponentChildren }

export function DeskPage({ title, lead, action, children }: PageProps) {
  useTitle(title);
  return (
    <div class="page stack">
      <div class="row between wrap">
        <div><h1 tabIndex={-1}>{title}</h1>{lead && <p class="soft measure">{lead}</p>}</div>
        {action}
      </div>
      {children}
    </div>
  );
}

/// Why something is done: typed, or one of the usual reasons.
export function Reason({ value, usual, onChange }: { value: string; usual: string[]; onChange: (value: string) => void }) {
  const id = useId();
  const w = o();
  return (
    <div class="field">
      <label for={id}>{w.reason}</label>
      <input id={id} class="input" maxLength={200} required value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      <div class="chips wrap" role="group" aria-label={w.usual}>
        {usual.map((it) => <button key={it} type="button" class="chip" aria-pressed={value === it} onClick={() => onChange(it)}>{it}</button>)}
      </div>
    </div>
  );
}

export function LiableField<T extends Liable>({ value, onChange, among = LIABLE as T[], label = o().liable }: { label?: string; value: T; onChange: (value: T) => void; among?: readonly T[] }) {
  const name = useId();
  const w = o();
  return (
    <fieldset class="field">
      <legend class="label">{label}</legend>
      <div class="chips wrap">
        {among.map((it) => (
          <label class="chip" key={it}><input type="radio" name={name} checked={value === it} onChange={() => onChange(it)} />{w.party[it]}</label>
        ))}
      </div>
    </fieldset>
  );
}

interface FieldProps { fault?: string; label: string; value: string; onInput: (value: string) => void; type?: string; help?: string; required?: boolean; [more: string]: unknown }

export function TextField({ label, value, onInput, type = "text", help, fault, required = false, ...more }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}{!required && <span class="soft"> ({t().common.optional})</span>}</label>
      <input {...more} id={id} class="input" type={type as "text"} required={required} value={value} aria-invalid={fault ? true : undefined} aria-describedby={[help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined} onInput={(event) => onInput(event.currentTarget.value)} />
      {help && <p class="soft small" id={`${id}-help`}>{help}</p>}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
    </div>
  );
}

/// A table that scrolls by itself where it is too broad, and that the keyboard can scroll.
export const Table = ({ label, head, children }: { label: string; head: string[]; children: ComponentChildren }) => (
  <div class="table" tabIndex={0} role="region" aria-label={label}>
    <table>
      <thead><tr>{head.map((it) => <th scope="col" key={it}>{it}</th>)}</tr></thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
