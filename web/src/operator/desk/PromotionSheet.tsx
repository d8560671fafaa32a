import { useSignal } from "@preact/signals";
import { promote } from "../../api/operate";
import type { Promotion } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { LiableField, Refusal, TextField, useAct } from "../parts";
import { cityZone, now } from "../../core/time";
import { KitchenPicker } from "./KitchenPicker";
import { blank, type Draft, promotionOf, type Wrong, wrongIn } from "./promotion";
import { d } from "../words";

const FUNDERS: Draft["fundedBy"][] = ["platform", "restaurant"];
const KINDS: Promotion["kind"][] = ["percent", "amount", "free_delivery"];

export function PromotionSheet({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const w = d().promotions;
  const draft = useSignal<Draft>(blank);
  const { busy, failure, run } = useAct();
  const set = (changes: Partial<Draft>) => {
    draft.value = { ...draft.value, ...changes };
    touched.value = { ...touched.value, ...Object.fromEntries(Object.keys(changes).map((name) => [name === "fundedBy" ? "restaurant" : name, true])) };
  };
  const it = draft.value;
  const touched = useSignal<Partial<Record<Wrong, boolean>>>({});
  const zone = cityZone.value ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wish = promotionOf(it, now.value, zone);
  const wrong = wrongIn(it, now.value, zone);
  // nobody is told of a fault before they have typed
  const fault = (field: Wrong) => (touched.value[field] && wrong.has(field) ? w.wrong[field] : "");
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
        <TextField label={w.code} value={it.code} onInput={(code) => set({ code: code.toUpperCase().trim() })} maxLength={40} help={w.codeHelp} fault={fault("code")} required autocomplete="off" />
        <div class="chips wrap" role="radiogroup" aria-label={w.what}>
          {KINDS.map((kind) => <label class="chip" key={kind}><input type="radio" name="kind" checked={it.kind === kind} onChange={() => set({ kind })} />{w.kind[kind]}</label>)}
        </div>
        <div class="pair">
          {it.kind === "percent" && <TextField label={w.percent} value={it.percent} onInput={(percent) => set({ percent })} fault={fault("percent")} type="number" min="1" max="100" required />}
          {it.kind === "amount" && <TextField label={w.amount} value={it.amount} onInput={(amount) => set({ amount })} fault={fault("amount")} type="number" min="0.01" step="0.01" required />}
          {it.kind === "percent" && <TextField label={w.mostDiscount} value={it.most} onInput={(most) => set({ most })} fault={fault("most")} type="number" min="0.01" step="0.01" />}
          <TextField label={w.minimum} value={it.minimum} onInput={(minimum) => set({ minimum })} fault={fault("minimum")} type="number" min="0" step="0.01" />
          <TextField label={w.starts} value={it.starts} onInput={(starts) => set({ starts })} fault={fault("starts")} type="datetime-local" />
          <TextField label={w.ends} value={it.ends} onInput={(ends) => set({ ends })} fault={fault("ends")} type="datetime-local" />
          <TextField label={w.limit} value={it.limit} onInput={(limit) => set({ limit })} fault={fault("limit")} type="number" min="1" />
          <TextField label={w.perCustomer} value={it.perCustomer} onInput={(perCustomer) => set({ perCustomer })} fault={fault("perCustomer")} type="number" min="1" />
        </div>
        <KitchenPicker label={w.restaurant} single chosen={it.restaurant === null ? [] : [it.restaurant]} onChange={([restaurant = null]) => set({ restaurant })} />
        <LiableField label={w.payer} among={FUNDERS} value={it.fundedBy} onChange={(fundedBy) => set({ fundedBy })} />
        {fault("restaurant") && <p class="fault" role="alert">{fault("restaurant")}</p>}
      </div>
    </Sheet>
  );
}
