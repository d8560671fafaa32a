import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { refundsOf, sharesOf } from "../../api/operate";
import type { OrderView } from "../../api/wire";
import type { Payment } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { clock } from "../../core/time";
import { Bone } from "../../look/parts";
import { Refusal } from "../parts";
import { RefundSheet } from "./RefundSheet";
import { d } from "../words";

const CONFIRM_MS = 4000;

interface Props { order: OrderView; payment: Payment | null; failure: Failure | null; loading: boolean; onRefunded: () => void }

/// What was paid, what went back, and who gets what in the end.
export function PaymentPanel({ order, payment, failure, loading, onRefunded }: Props) {
  const w = d().payment;
  const open = useSignal(false);
  const print = payment ? `${payment.payment_id}.${payment.status}.${payment.refunded}` : null;
  const refunds = useResource(print && `refunds.${print}`, () => refundsOf(payment?.payment_id ?? 0));
  const shares = useResource(payment && payment.captured > 0 ? `shares.${print}` : null, () => sharesOf(order.order_id));
  const waits = refunds.data?.refunds.some((it) => it.status === "Wanted") ?? false;
  useEffect(() => {
    if (!waits) return;
    // the provider confirms in its own time
    const timer = setInterval(() => {
      void refunds.reload();
      onRefunded();
    }, CONFIRM_MS);
    return () => clearInterval(timer);
  }, [waits]);
  const done = () => {
    void refunds.reload();
    onRefunded();
  };
  const currency = order.price.currency;
  const left = payment ? payment.captured - payment.refunded : 0;
  return (
    <section class="panel stack-s">
      <div class="row between"><h2>{w.title}</h2>{payment && left > 0.0005 && <button type="button" class="button small" onClick={() => (open.value = true)}>{w.refund}</button>}</div>
      {loading && <Bone height={96} />}
      <Refusal failure={failure} />
      {!loading && !failure && !payment && <p class="soft">{w.none}</p>}
      {payment && (
        <>
          <p>{w.status[payment.status]} · {t().order.paidBy[payment.pay_by]}{payment.reason && <span class="soft"> · {payment.reason}</span>}</p>
          <dl class="sums">
            <dt>{w.agreed}</dt><dd class="number">{money(payment.amount, currency)}</dd>
            <dt>{w.captured}</dt><dd class="number">{money(payment.captured, currency)}</dd>
            <dt>{w.refunded}</dt><dd class="number">{money(payment.refunded, currency)}</dd>
          </dl>
        </>
      )}
      {(refunds.data?.refunds.length ?? 0) > 0 && (
        <>
          <h3>{w.refunds}</h3>
          <ul class="lines">
            {refunds.data?.refunds.map((it) => (
              <li key={it.refund_id} class="row between">
                <span class="grow">{it.reason}<span class="block soft small">{clock(it.created_at)} · {d().party[it.liable]} · {w.to[it.to]} · {w.refundStatus[it.status]}</span></span>
                <span class="number">{money(it.amount, currency)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {shares.data && (
        <>
          <h3>{w.shares}</h3>
          <dl class="sums">
            {(["restaurant", "courier", "tip", "platform", "tax"] as const).map((it) => <><dt>{w.share[it]}</dt><dd class="number">{money(shares.data?.[it] ?? 0, currency)}</dd></>)}
          </dl>
        </>
      )}
      {open.value && payment && <RefundSheet order={order} payment={payment} refunds={refunds.data?.refunds ?? []} onDone={done} onClose={() => (open.value = false)} />}
    </section>
  );
}
