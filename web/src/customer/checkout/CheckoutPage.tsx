import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { signedIn } from "../../api/session";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { back } from "../../core/router";
import { Bone, Empty, Fault, Note } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { cart } from "../cart";
import { c } from "../words";
import { Carried } from "../menu/Changes";
import { door } from "../door";
import { Breakdown } from "./Breakdown";
import { ChangedSheet } from "./ChangedSheet";
import { details, order, set, wish } from "./details";
import { Contact, Gone, KitchenNote, Where } from "./fields";
import { Payment } from "./Payment";
import { Promotion } from "./Promotion";
import { Tip } from "./Tip";
import { usePaying } from "./usePaying";
import { useQuote } from "./useQuote";
import { When } from "./When";
import "../css/checkout.css";

/// Everything on one page, and the whole price before anybody pays.
export function CheckoutPage() {
  const missing = useSignal<"door" | "name" | null>(null);
  const basket = cart.value;
  const wanted = basket ? wish(basket, details.value) : null;
  const priced = useQuote(wanted);
  const paying = usePaying(priced);
  const w = t().checkout;
  useEffect(() => {
    document.title = `${w.title} · goFOOD`;
  }, []);
  const pay = () => {
    missing.value = !door.value ? "door" : !signedIn.value && !details.value.name.trim() ? "name" : null;
    if (missing.value) {
      document.getElementById(missing.value)?.scrollIntoView({ block: "center" });
      document.querySelector<HTMLElement>(`#${missing.value} input, #${missing.value} button`)?.focus();
    } else if (wanted && now) void paying.send(order(wanted, details.value, now.quote));
  };
  const now = priced.quote.value;
  const lost = paying.lost.value;
  useEffect(() => {
    // it stands on top, and whoever pays is further down
    if (lost) scrollTo({ top: 0, behavior: "smooth" });
  }, [lost]);
  if (!basket && !lost)
    return <div class="page"><Empty whole title={t().cart.empty} text={t().cart.emptyText}><a class="button main" href="/">{t().cart.find}</a></Empty></div>;
  const failure = priced.failure.value;
  const total = now && !failure ? money(now.price.total, now.price.currency) : null;
  const busy = paying.busy.value;
  const refusal = paying.refusal.value;
  const needed = missing.value;
  return (
    <div class="page checkout">
      <div class="row"><button type="button" class="round" aria-label={t().common.back} onClick={() => back(basket ? `/r/${basket.restaurant_id}` : "/")}><Icon name="back" /></button>
        <h1 tabIndex={-1}>{w.title}{basket && <span class="soft checkout-from"> {basket.restaurant_name}</span>}</h1></div>
      {basket && <Carried restaurant={basket.restaurant_id} currency={basket.currency} />}
      {lost && !busy && <Lost />}
      {!basket && lost && <Again busy={busy} act={() => void paying.send(lost)} />}
      {basket && (
        <div class="checkout-grid">
          <form class="stack" onSubmit={(event) => { event.preventDefault(); pay(); }} noValidate id="checkout">
            <Where fault={needed === "door" ? w.needDoor : ""} />
            <When restaurant={basket.restaurant_id} eta={now?.eta ?? null} refused={failure?.code ?? null} />
            {!signedIn.value && <Contact fault={needed === "name" ? w.needName : ""} />}
            <Payment total={now?.price.total ?? null} />
            <Tip basis={now?.price.items_total ?? null} currency={basket.currency} />
            <Promotion failure={failure} currency={basket.currency} applied={now?.price.promotion?.code ?? null} />
            <Gone />
            <KitchenNote />
          </form>
          <aside class="panel checkout-sum" aria-label={w.summary}>
            <h2>{w.summary}</h2>
            {now ? <Breakdown lines={now.items} price={now.price} busy={priced.asking.value} /> : !failure && <Bone height={180} />}
            <div class="pay-bar stack-s">
              <div role="alert">{failure && !lost && <Fault id="pay-fault">{failure.code === "offline" ? c().pay.offline : explain(failure, basket.currency)}</Fault>}</div>
              {lost
                ? <Again busy={busy} act={() => void paying.send(lost)} />
                : failure && !busy
                  ? failure.code.startsWith("promotion") && details.value.promotion
                    ? <button type="button" class="button wide" onClick={() => set({ promotion: "" })}>{w.removeCode}</button>
                    : <button type="button" class="button wide" aria-busy={priced.asking.value} onClick={() => void priced.ask()}>{t().common.again}</button>
                  : <button type="submit" form="checkout" class="button main wide" aria-busy={busy} disabled={busy || (wanted !== null && (!total || priced.asking.value))}>
                      {busy ? w.paying : !wanted ? w.needDoor : !total ? w.pricing : details.value.method === "cash" ? w.order(total) : w.payNow(total)}
                    </button>}
            </div>
          </aside>
        </div>
      )}
      {refusal && (
        <ChangedSheet refusal={refusal} onAgree={() => paying.agree(refusal)}
          onClose={() => { paying.refusal.value = null; void priced.ask(); }} />
      )}
    </div>
  );
}

/// An order whose answer was lost. To ask again is safe, and says what became of it.
const Lost = () => (
  <div role="alert"><Note tone="late" icon="warn"><strong>{t().checkout.unsure}</strong><p>{t().checkout.unsureText}</p></Note></div>
);

const Again = ({ busy, act }: { busy: boolean; act: () => void }) => (
  <button type="button" class="button main wide" disabled={busy} aria-busy={busy} onClick={act}>{busy ? t().checkout.paying : t().checkout.askAgain}</button>
);
