import { useSignal } from "@preact/signals";
import { promote } from "../../api/operate";
import type { Promotion } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { LiableField, Refusal, TextField, useAct } from "../parts";
import { blank, type Draft, promotionOf } from "./promotion";
import { o } from "../words";

const FUNDERS: Draft["fundedBy"][] = ["platform", "restaurant"];
const KINDS: Promotion["kind"][] = ["percent", "amount", "free_delivery"];

export function PromotionSheet({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const w = o().promotions;
  const draft = useSignal<Draft>(blank);
  const { busy, failure, run } = useAct();
  const set = (changes: Partial<Draft>) => (draft.value = { ...draft.value, ...changes });
  const it = draft.value;
  const wish = promotionOf(it);
  const confirm = () => run(async () => {
    if (!wish) return;
    const made = await promote(wish);
    say(w.made(made.code));
    onMade();
    onClose();
  });
  return (
    <Sheet
      title={w.make} onClose={onClose} broad
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value || !wish} onClick={() => void confirm()}>{w.make}</button></>}
    >
      <div class="stack">
        <Refusal failure={failure.value} />
        <TextField label={w.code} value={it.code} onInput={(code) => set({ code: code.toUpperCase() })} maxLength={40} help={w.codeHelp} required autocomplete="off" />
        <div class="chips wrap" role="radiogroup" aria-label={w.what}>
          {KINDS.map((kind) => <label class="chip" key={kind}><input type="radio" name="kind" checked={it.kind === kind} onChange={() => set({ kind })} />{w.kind[kind]}</label>)}
        </div>
        <div class="pair">
          {it.kind === "percent" && <TextField label={w.percent} value={it.percent} onInput={(percent) => set({ percent })} type="number" min="1" max="100" required />}
          {it.kind === "amount" && <TextField label={w.amount} value={it.amount} onInput={(amount) => set({ amount })} type="number" min="0.01" step="0.01" required />}
          {it.kind === "percent" && <TextField label={w.mostDiscount} value={it.most} onInput={(most) => set({ most })} type="number" min="0.01" step="0.01" />}
          <TextField label={w.minimum} value={it.minimum} onInput={(minimum) => set({ minimum })} type="number" min="0" step="0.01" />
          <TextField label={w.ends} value={it.ends} onInput={(ends) => set({ ends })} type="datetime-local" />
          <TextField label={w.limit} value={it.limit} onInput={(limit) => set({ limit })} type="number" min="1" />
          <TextField label={w.perCustomer} value={it.perCustomer} onInput={(perCustomer) => set({ perCustomer })} type="number" min="1" />
          <TextField label={w.restaurant} value={it.restaurant} onInput={(restaurant) => set({ restaurant })} type="number" min="1" />
        </div>
        <LiableField label={w.payer} among={FUNDERS} value={it.fundedBy} onChange={(fundedBy) => set({ fundedBy })} />
      </div>
    </Sheet>
  );
}
