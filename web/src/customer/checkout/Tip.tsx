import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n";
import { money, share } from "../../core/money";
import { details, set } from "./details";

const PERCENTS = [5, 10, 15];
const MOST = 100;

/// A choice of amounts rather than percents: that is what leaves the purse.
export function Tip({ basis, currency }: { basis: number | null; currency: string }) {
  const w = t().checkout;
  const tip = details.value.tip;
  const amounts = PERCENTS.map((it) => Math.max(0.5, Math.round(share(basis ?? 20, it, currency) * 2) / 2));
  const unusual = tip > 0 && !amounts.includes(tip);
  const other = useSignal(unusual);
  const radio = (label: string, checked: boolean, act: () => void) => (
    <label class="chip"><input type="radio" name="tip" checked={checked} onChange={act} />{label}</label>
  );
  return (
    <section class="panel">
      <h2 id="tip">{w.tip}</h2>
      <p class="soft small">{w.tipHelp}</p>
      <div class="chips wrap spaced" role="radiogroup" aria-labelledby="tip">
        {radio(w.noTip, tip === 0 && !other.value, () => { other.value = false; set({ tip: 0 }); })}
        {[...new Set(amounts)].map((it) => radio(money(it, currency), tip === it && !other.value, () => { other.value = false; set({ tip: it }); }))}
        {radio(w.otherTip, other.value, () => (other.value = true))}
      </div>
      {other.value && (
        <div class="field spaced">
          <label for="tip-amount">{w.tipAmount}</label>
          <input id="tip-amount" class="input narrow" type="number" inputMode="decimal" min="0" max={MOST} step="0.5" value={tip || ""}
            onInput={(event) => set({ tip: Math.min(MOST, Math.max(0, Math.round(event.currentTarget.valueAsNumber * 100) / 100 || 0)) })} />
        </div>
      )}
    </section>
  );
}
