import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { unsettled } from "../../api/keys";
import { place, quote as askQuote } from "../../api/orders";
import { becomeGuest, signedIn, user } from "../../api/session";
import type { NewOrder, Quote } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { onReturn } from "../../core/online";
import { back, go } from "../../core/router";
import { Bone, Empty, Note, Trouble } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { cart } from "../cart";
import { Breakdown } from "./Breakdown";
import { ChangedSheet } from "./ChangedSheet";
import { details, forgetOrder, order, wish } from "./details";
import { Contact, Gone, KitchenNote, When, Where } from "./fields";
import { Payment } from "./Payment";
import { Promotion } from "./Promotion";
import { Tip } from "./Tip";
import { door } from "../door";

const PAUSE_MS = 250;

/// Everything on one page, and the whole price before anybody pays.
export function CheckoutPage() {
  const shown = useSignal<Quote | null>(null);
  const failure = useSignal<Failure | null>(null);
  const pricing = useSignal(false);
  const paying = useSignal(false);
  const missing = useSignal<"door" | "name" | null>(null);
  const changed = useSignal<{ before: Quote; now: Quote | null; failure: Failure } | null>(null);
  const lost = useSignal<NewOrder | null>(unsettled<NewOrder>("order"));
  const w = t().checkout;
  const basket = cart.value;
  const wanted = basket ? wish(basket, details.value) : null;
  const print = JSON.stringify(wanted);

  const price = async () => {
    if (!wanted) return;
    pricing.value = true;
    try {
      shown.value = await askQuote(wanted);
      failure.value = null;
    } catch (it) {
      failure.value = it as Failure;
    } finally {
      pricing.value = false;
    }
  };
  useEffect(() => {
    document.title = `${w.title} · goFOOD`;
  }, []);
  useEffect(() => {
    const wait = setTimeout(() => void price(), PAUSE_MS);
    const stop = onReturn(() => void price());
    return () => {
      clearTimeout(wait);
      stop();
    };
  }, [print]);

  // a promise that has run out is asked for again, before anybody relies on it
  const until = shown.value?.expires_at;
  useEffect(() => {
    if (!until) return;
    const wait = setTimeout(() => void price(), Math.max(5_000, Date.parse(until) - Date.now() - 5_000));
    return () => clearTimeout(wait);
  }, [until, print]);

  const send = async (it: NewOrder) => {
    paying.value = true;
    failure.value = null;
    try {
      if (!user.value) await becomeGuest(details.value.name.trim(), details.value.phone.trim());
      const { order_id } = await place(it);
      lost.value = null;
      cart.value = null;
      forgetOrder();
      go(`/o/${order_id}`, { replace: true });
    } catch (raw) {
      const told = raw as Failure;
      lost.value = told.uncertain ? it : null;
      const before = shown.value;
      if (told.code === "quote_changed" && before) {
        const now = (told.problem.quote as Quote | undefined) ?? (wanted ? await askQuote(wanted).catch(() => null) : null);
        changed.value = { before, now, failure: told };
      } else failure.value = told;
      if (["quote_mismatch", "invalid_quote"].includes(told.code)) void price();
    } finally {
      paying.value = false;
    }
  };
  const pay = () => {
    missing.value = !door.value ? "door" : !signedIn.value && !details.value.name.trim() ? "name" : null;
    if (missing.value) {
      document.getElementById(missing.value)?.scrollIntoView({ block: "center" });
      document.querySelector<HTMLElement>(`#${missing.value} input, #${missing.value} button`)?.focus();
    } else if (wanted && shown.value) void send(order(wanted, details.value, shown.value.quote));
  };
  if (!basket && !lost.value)
    return <div class="page"><Empty whole title={t().cart.empty} text={t().cart.emptyText}><a class="button main" href="/">{t().cart.find}</a></Empty></div>;
  const now = shown.value;
  const total = now && money(now.price.total, now.price.currency);
  const needed = missing.value;
  return (
    <div class="page checkout">
      <div class="row"><button type="button" class="round" aria-label={t().common.back} onClick={() => back("/")}><Icon name="back" /></button>
        <h1 tabIndex={-1}>{w.title}{basket && <span class="soft checkout-from"> {basket.restaurant_name}</span>}</h1></div>
      {lost.value && !paying.value && <Lost again={() => lost.value && void send(lost.value)} />}
      {basket && (
        <div class="checkout-grid">
          <form class="stack" onSubmit={(event) => { event.preventDefault(); pay(); }} noValidate id="checkout">
            <Where fault={needed === "door" ? w.needDoor : ""} />
            <When restaurant={basket.restaurant_id} eta={now?.eta ?? null} />
            {!signedIn.value && <Contact fault={needed === "name" ? w.needName : ""} />}
            <Payment total={now?.price.total ?? null} />
            <Tip basis={now?.price.items_total ?? null} currency={basket.currency} />
            <Promotion failure={failure.value} applied={now?.price.promotion?.code ?? null} />
            <Gone />
            <KitchenNote />
          </form>
          <aside class="panel checkout-sum" aria-label={w.summary}>
            <h2>{w.summary}</h2>
            {now ? <Breakdown lines={now.items} price={now.price} busy={pricing.value} /> : !failure.value && <Bone height={180} />}
            {failure.value && !failure.value.code.startsWith("promotion") && <Trouble failure={failure.value} again={() => void price()} />}
            <div class="pay-bar">
              <button type="submit" form="checkout" class="button main wide" disabled={paying.value || !now || pricing.value || lost.value !== null} aria-busy={paying.value}>
                {paying.value ? w.paying : !total ? w.pricing : details.value.method === "cash" ? w.order(total) : w.payNow(total)}
              </button>
            </div>
          </aside>
        </div>
      )}
      {changed.value && (
        <ChangedSheet
          {...changed.value}
          onAgree={(it) => {
            const refused = changed.peek()?.failure ?? null;
            changed.value = null;
            shown.value = it;
            if (wanted) void send(order({ ...wanted, items: leftOf(wanted, refused) }, details.value, it.quote));
          }}
          onClose={() => { changed.value = null; void price(); }}
        />
      )}
    </div>
  );
}

/// The dishes that a new quote is for: without those that can't be had.
function leftOf(asked: NewOrder, refused: Failure | null): NewOrder["items"] {
  const changes = (refused?.problem.changes ?? []) as { line: number | null; after: number | null }[];
  const gone = new Set(changes.filter((it) => it.after === null || it.after === undefined).map((it) => it.line));
  return asked.items.filter((_, i) => !gone.has(i + 1));
}

/// An order whose answer was lost. To ask again is safe, and says what became of it.
const Lost = ({ again }: { again: () => void }) => (
  <div role="alert">
    <Note tone="late" icon="warn">
      <strong>{t().checkout.unsure}</strong>
      <p>{t().checkout.unsureText}</p>
      <button type="button" class="button small" onClick={again}>{t().checkout.askAgain}</button>
    </Note>
  </div>
);
