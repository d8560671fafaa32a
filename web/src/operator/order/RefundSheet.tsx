import { useSignal } from "@preact/signals";
import { refund } from "../../api/operate";
import type { OrderView } from "../../api/wire";
import { BEARERS, type Bearer, type Payment, type Refund } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { LiableField, Reason, Refusal, TextField, useAct } from "../parts";
import { leftOf, wishOf } from "./refunds";
import { d } from "../words";

interface Props { order: OrderView; payment: Payment; refunds: Refund[]; onDone: () => void; onClose: () => void }
type Way = "all" | "items" | "amount";

/// Gives money back: all that is left, some dishes at what they were paid for, or an amount.
export function RefundSheet({ order, payment, refunds, onDone, onClose }: Props) {
  const w = d().payment;
  const way = useSignal<Way>("items");
  const amount = useSignal("");
  const counts = useSignal<Record<number, number>>({});
  const reason = useSignal("");
  const liable = useSignal<Bearer>("platform");
  const to = useSignal<"method" | "wallet">("method");
  const { busy, failure, run } = useAct();
  const left = Math.round((payment.captured - payment.refunded) * 1000) / 1000;
  const what = wishOf(way.value, amount.value, counts.value, left);
  const confirm = () => run(async () => {
    if (!what) return;
    await refund(payment.payment_id, { ...what, reason: reason.value.trim(), liable: liable.value, to: to.value });
    say(w.done);
    onDone();
    onClose();
  });
  return (
    <Sheet
      title={w.refundTitle(order.order_id)} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value || !what || !reason.value.trim()} onClick={() => void confirm()}>{w.refund}</button></>}
    >
      <div class="stack">
        <p class="soft">{w.left(money(left, payment.currency))}</p>
        <Refusal failure={failure.value} />
        <div class="chips wrap" role="radiogroup" aria-label={w.what}>
          {(["items", "amount", "all"] as const).map((it) => <label class="chip" key={it}><input type="radio" name="way" checked={way.value === it} onChange={() => (way.value = it)} />{w.way[it]}</label>)}
        </div>
        {way.value === "amount" && <TextField label={w.amount(payment.currency)} value={amount.value} onInput={(it) => (amount.value = it)} type="number" min="0.01" max={String(left)} step="0.01" inputMode="decimal" required />}
        {way.value === "items" && (
          <ul class="lines">
            {order.items.map((it) => {
              const most = leftOf(it, refunds);
              const now = counts.value[it.line] ?? 0;
              return (
                <li key={it.line} class="row between">
                  <label class="grow" for={`line-${it.line}`}>{it.name}<span class="block soft small">{money(it.price, payment.currency)}</span></label>
                  <select id={`line-${it.line}`} class="input count-of" disabled={most === 0} value={String(now)} onChange={(event) => (counts.value = { ...counts.value, [it.line]: Number(event.currentTarget.value) })}>
                    {Array.from({ length: most + 1 }, (_, n) => <option key={n} value={String(n)}>{n}</option>)}
                  </select>
                </li>
              );
            })}
          </ul>
        )}
        <Reason value={reason.value} usual={Object.values(w.usual)} onChange={(it) => (reason.value = it)} />
        <LiableField among={BEARERS} value={liable.value} onChange={(it) => (liable.value = it)} />
        <div class="chips wrap" role="radiogroup" aria-label={w.where}>
          {(["method", "wallet"] as const).map((it) => <label class="chip" key={it}><input type="radio" name="to" checked={to.value === it} onChange={() => (to.value = it)} />{w.to[it]}</label>)}
        </div>
      </div>
    </Sheet>
  );
}
