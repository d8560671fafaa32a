import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n";
import { decimals, money, share } from "../../core/money";
import { details, set } from "./details";

const PERCENTS = [5, 10, 15];
const MOST_STEPS = 200;

/// What amounts are rounded to, so that they look like money in the hand.
export const handy = (currency: string): number => [10, 1, 0.5, 0.1][decimals(currency)] ?? 0.1;

/// A choice of amounts rather than percents: that is what leaves the purse.
export function Tip({ basis, currency }: { basis: number | null; currency: string }) {
  const w = t().checkout;
  const tip = details.value.tip;
  const step = handy(currency);
  const most = Math.max(step * MOST_STEPS, Math.ceil(basis ?? 0));
  const places = decimals(currency);
  const round = (it: number) => Number((Math.max(1, Math.round(it / step)) * step).toFixed(places));
  const amounts = PERCENTS.map((it) => round(share(basis ?? step * 40, it, currency)));
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
          <input id="tip-amount" class="input tip-amount" type="number" inputMode="decimal" min="0" max={most} step={step} value={tip || ""}
            onInput={(event) => set({ tip: Number(Math.min(most, Math.max(0, event.currentTarget.valueAsNumber || 0)).toFixed(places)) })} />
        </div>
      )}
    </section>
  );
}
