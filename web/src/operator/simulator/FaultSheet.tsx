import { useSignal } from "@preact/signals";
import type { Fault, Faults } from "../../api/wire-watch";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Refusal, TextField, useAct } from "../parts";
import { setFaults } from "../watch/faults";
import { serviceName } from "../watch/words";
import { blankFault, faultOf, ROUTES, SERVICES } from "./faultDraft";
import { d } from "../words";

const ENDS = ["work", "500", "503", "429", "abort"] as const;

/// A fault is added to those that there are.
export function FaultSheet({ all, onClose }: { all: Faults; onClose: () => void }) {
  const w = d().fault;
  const draft = useSignal(blankFault);
  const { busy, failure, run } = useAct();
  const it = draft.value;
  const set = (changes: Partial<typeof it>) => (draft.value = { ...draft.value, ...changes });
  const fault: Fault | null = faultOf(it);
  const confirm = () => run(async () => {
    if (!fault) return;
    await setFaults({ faults: [...all.faults, fault], provider: all.provider ?? null });
    say(w.made);
    onClose();
  });
  return (
    <Sheet
      title={w.make} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button danger grow" disabled={busy.value || !fault} onClick={() => void confirm()}>{w.make}</button></>}
    >
      <div class="stack">
        <Refusal failure={failure.value} />
        <fieldset class="field"><legend class="label">{w.service}</legend><div class="chips wrap">
          {SERVICES.map((one) => <label class="chip" key={one}><input type="radio" name="service" checked={it.service === one} onChange={() => set({ service: one, route: ROUTES[one] ?? "/" })} />{serviceName(one)}</label>)}
        </div></fieldset>
        <TextField label={w.route} help={w.routeHelp} value={it.route} onInput={(route) => set({ route })} maxLength={200} required autocomplete="off" />
        <div class="pair">
          <TextField label={w.percent} value={it.percent} onInput={(percent) => set({ percent })} type="number" min="1" max="100" inputMode="numeric" required />
          <TextField label={w.delay} value={it.delay} onInput={(delay) => set({ delay })} type="number" min="0" max="60000" inputMode="numeric" />
        </div>
        <fieldset class="field"><legend class="label">{w.then}</legend><div class="chips wrap">
          {ENDS.map((end) => <label class="chip" key={end}><input type="radio" name="end" checked={it.end === end} onChange={() => set({ end })} />{end === "work" ? w.works : end === "abort" ? w.aborts : w.answers(Number(end))}</label>)}
        </div></fieldset>
        {!fault && it.end === "work" && <p class="soft small">{w.needs}</p>}
      </div>
    </Sheet>
  );
}
