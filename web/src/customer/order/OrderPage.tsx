import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readProblems } from "../../api/orders";
import { signedIn } from "../../api/session";
import type { OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { now } from "../../core/time";
import { Bone, Note, Trouble, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { EmptyPlate, Pot, Scooter } from "../../pictures/scenes";
import { Breakdown } from "../checkout/Breakdown";
import { ended, failed, isLate, stepOf } from "../progress";
import { CancelSheet } from "./CancelSheet";
import { orderAgain } from "./again";
import { opening, sequel, whereabouts } from "./opening";
import { History } from "./History";
import { OrderMap } from "./OrderMap";
import { Outcome } from "./Problems";
import { ProblemSheet } from "./ProblemSheet";
import { RatePanel } from "./RatePanel";
import { ShareButton } from "./ShareButton";
import { Steps } from "./Steps";
import { Substitutions } from "./Substitutions";
import { useOrder, useRide } from "./useOrder";
import { reasonOf } from "./why";
import "../css/order.css";

export function OrderPage({ id }: { id: number }) {
  const order = useOrder(id);
  const it = order.data;
  const ride = useRide(it);
  const sentence = it ? opening(it) : "";
  useEffect(() => {
    document.title = `${sentence || t().order.title(id)} · goFOOD`;
  }, [sentence]);
  if (!it) return order.failure ? <div class="page"><Trouble failure={order.failure} again={order.reload} /></div> : <Bones />;
  const place = whereabouts(it, ride);
  const w = t().order;
  return (
    <div class="page order">
      <section class="order-head">
        <div class="stack">
          <div role="status" aria-live="polite">
            <p class="soft small">{w.title(it.order_id)} · {it.restaurant_name}</p>
            <h1 class="hero" tabIndex={-1}>{sentence}</h1>
            {sequel(it).map((line) => <p class="lead" key={line}>{line}</p>)}
          </div>
          {failed(it.status) && <Why order={it} />}
          {isLate(it, now.value) && <Note tone="late" icon="clock">{w.late}</Note>}
          {!failed(it.status) && <Steps current={stepOf(it.status)} />}
          {place && <p class="row where" role="status"><Icon name="bike" />{place}</p>}
          {it.delivery_pin && !ended(it.status) && (
            <div class="pin-code"><div><p class="strong">{w.pin}</p><p class="soft small">{w.pinHelp}</p></div><p class="display number" aria-label={[...it.delivery_pin].join(" ")}>{it.delivery_pin}</p></div>
          )}
          {it.status === "Delivered" && <RatePanel order={it} put={order.put} />}
          <Actions order={it} put={order.put} />
        </div>
        {ended(it.status) ? <div class="order-scene"><Scene order={it} /></div> : <OrderMap order={it} ride={ride} />}
      </section>
      <section class="panel"><h2>{w.details}</h2><Breakdown lines={it.items} price={it.price} />
        <p class="soft small spaced">{w.paidBy[it.pay_by]} · {it.address.text}{it.refunded > 0 && <> · {w.refundedSum} {money(it.refunded, it.price.currency)}</>}</p></section>
      <History order={it} />
      {!signedIn.value && <Note icon="person"><strong>{w.account}</strong><p>{w.accountText}</p><p class="spaced"><a class="button small" href={`/sign-in?new&next=/o/${it.order_id}`}>{w.accountDo}</a></p></Note>}
    </div>
  );
}

const Scene = ({ order }: { order: OrderView }) =>
  failed(order.status) ? <EmptyPlate /> : order.status === "Delivered" ? <Scooter /> : <Pot />;

/// What the one who refused or cancelled said, in their words or in ours.
function Why({ order }: { order: OrderView }) {
  const why = reasonOf(order);
  return why ? <Note tone="bad" icon="info">{why}</Note> : null;
}

function Actions({ order, put }: { order: OrderView; put: (order: OrderView) => void }) {
  const cancelling = useSignal(false);
  const reporting = useSignal(false);
  const w = t().order;
  const done = ended(order.status);
  // the question holds its own way out
  const asked = order.substitutions.some((it) => it.status === "Proposed");
  const reported = useResource(order.status === "Delivered" ? `problems.${order.order_id}` : null, () => readProblems(order.order_id));
  return (
    <div class="stack">
      <Substitutions order={order} onAnswer={put} onCancel={() => (cancelling.value = true)} />
      {(reported.data ?? []).map((it) => <Outcome key={it.problem_id} problem={it} payBy={order.pay_by} />)}
      <div class="row wrap">
        {order.status === "Declined" && <button type="button" class="button main" onClick={() => void orderAgain(order, "/checkout")}>{w.tryAgain}</button>}
        {done && order.status !== "Declined" && <button type="button" class="button main" onClick={() => void orderAgain(order, null)}><Icon name="again" size={20} />{w.again}</button>}
        {order.status === "Delivered" && <a class="button" href={`/my/receipt-${order.order_id}`}><Icon name="receipt" size={20} />{w.receipt}</a>}
        {order.status === "Delivered" && <button type="button" class="button" onClick={() => (reporting.value = true)}>{w.problem}</button>}
        {!done && order.status !== "Placed" && <ShareButton order={order} />}
        {!done && order.status !== "PickedUp" && !asked && <button type="button" class="button small danger" onClick={() => (cancelling.value = true)}>{w.cancel}</button>}
      </div>
      {cancelling.value && <CancelSheet order={order} onCancelled={put} onClose={() => (cancelling.value = false)} />}
      {reporting.value && <ProblemSheet order={order} onSent={() => void reported.reload()} onClose={() => (reporting.value = false)} />}
    </div>
  );
}

const Bones = () => (
  <div class="page order"><Waiting><div class="stack"><Bone height={24} width="30%" /><Bone height={52} width="80%" /><Bone height={60} /><Bone height={320} /></div></Waiting></div>
);
