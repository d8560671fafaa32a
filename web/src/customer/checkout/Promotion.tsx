import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { Fault } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { details, set } from "./details";

export function Promotion({ failure, currency, applied }: { failure: Failure | null; currency: string; applied: string | null }) {
  const text = useSignal(details.value.promotion);
  const w = t().checkout;
  const fault = failure?.code.startsWith("promotion") ? explain(failure, currency) : "";
  const wanted = details.value.promotion;
  useEffect(() => {
    // it was taken away elsewhere on the page
    if (!wanted) text.value = "";
  }, [wanted]);
  const apply = () => set({ promotion: text.value.trim() });
  const drop = () => { text.value = ""; set({ promotion: "" }); };
  return (
    <section class="panel field">
      <label for="promotion">{w.promotion} <span class="soft">({t().common.optional})</span></label>
      <div class="row">
        <input id="promotion" class="input grow" autocomplete="off" autocapitalize="characters" maxLength={40} value={text.value}
          aria-invalid={fault ? "true" : undefined} aria-describedby={fault ? "promotion-fault" : undefined}
          onInput={(event) => (text.value = event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); apply(); } }} />
        {details.value.promotion && text.value.trim() === details.value.promotion
          ? <button type="button" class="button" aria-label={w.removeCode} onClick={drop}><Icon name="close" size={20} /></button>
          : <button type="button" class="button" disabled={!text.value.trim()} onClick={apply}>{w.apply}</button>}
      </div>
      <div aria-live="polite">
        {fault && <Fault id="promotion-fault">{fault}</Fault>}
        {!fault && applied && <p class="good row"><Icon name="check" size={20} />{w.promotionOn(applied)}</p>}
      </div>
    </section>
  );
}
