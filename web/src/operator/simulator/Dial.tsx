import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { d } from "../words";

interface Props {
  label: string;
  help?: string;
  value: number;
  usual: number[];
  least: number;
  most: number;
  step: number;
  busy: boolean;
  words?: (n: number) => string;
  onSet: (value: number) => void;
}

/// A number that is chosen among the usual ones, or typed.
export function Dial({ label, help, value, usual, least, most, step, busy, words = String, onSet }: Props) {
  const id = useId();
  const typed = useSignal(String(value));
  useEffect(() => {
    typed.value = String(value);
  }, [value]);
  const wanted = Number(typed.value);
  const good = typed.value.trim() !== "" && wanted >= least && wanted <= most;
  return (
    <form class="field" onSubmit={(event) => { event.preventDefault(); if (good && wanted !== value) onSet(wanted); }}>
      <label for={id}>{label}</label>
      {help && <p class="soft small" id={`${id}-help`}>{help}</p>}
      <div class="row wrap dial">
        <input id={id} class="input" type="number" inputMode="decimal" min={least} max={most} step={step} value={typed.value} aria-describedby={help ? `${id}-help` : undefined} aria-invalid={!good} onInput={(event) => (typed.value = event.currentTarget.value)} />
        {good && wanted !== value && <button type="submit" class="button small main" disabled={busy}>{d().drive.set}</button>}
        <div class="chips wrap" role="group" aria-label={label}>
          {usual.map((it) => <button key={it} type="button" class="chip" aria-pressed={value === it} disabled={busy} onClick={() => onSet(it)}>{words(it)}</button>)}
        </div>
      </div>
    </form>
  );
}
