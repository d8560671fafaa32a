import { useSignal } from "@preact/signals";
import { decisionsOn, entries, paymentOf } from "../../api/operate";
import { readProblems } from "../../api/orders";
import type { Delivery, OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { money, times } from "../../core/money";
import { useResource } from "../../core/resource";
import { clock, now, whenWords } from "../../core/time";
import { ended } from "../../customer/progress";
import { useOrder, useRide } from "../../customer/order/useOrder";
import { Bone, Note, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { Entries } from "../desk/Entries";
import { AssignSheet } from "../live/AssignSheet";
import { courierOf, sweep } from "../live/city";
import { assignable, type Job, lateness, stuckOn } from "../live/jobs";
import { paceWords, stateWords } from "../live/words";
import { Refusal, useTitle } from "../parts";
import { CancelSheet } from "./CancelSheet";
import { Decisions } from "./Decisions";
import { PaymentPanel } from "./PaymentPanel";
import { RideMap } from "./RideMap";
import { Story } from "./Story";
import { o } from "../words";

function jobOf(order: OrderView, ride: Delivery | null, at: number): Job {
  const over = ended(order.status);
  const placed = Date.parse(order.placed_at);
  const base = { id: order.order_id, restaurant: order.restaurant_name, status: order.status, placed, ride };
  if (!ride || over) return { ...base, promised: null, expected: null, late: null, pace: "unknown", stuck: null };
  return { ...base, ...lateness(ride, at), stuck: stuckOn(order.status, placed, ride, courierOf(ride.courier_id), at) };
}

/// All that is known of one order, and what an operator can do about it.
export function OrderPage({ id }: { id: number }) {
  const w = o();
  const order = useOrder(id);
  const it = order.data;
  const ride = useRide(it);
  useTitle(t().order.title(id));
  const version = it ? `${it.status}.${it.timeline.length}` : null;
  const decisions = useResource(ride ? `decisions.${ride.delivery_id}.${ride.timeline.length}` : null, () => decisionsOn(ride?.delivery_id ?? 0));
  const payment = useResource(version && `payment.${id}.${version}`, () => paymentOf(id));
  const books = useResource(version && `entries.${id}.${version}`, () => entries({ order_id: id, limit: 100 }));
  const reported = useResource(it?.status === "Delivered" ? `problems.${id}` : null, () => readProblems(id));
  if (!it) return order.failure ? <div class="page"><Refusal failure={order.failure} again={() => void order.reload()} /></div> : <Bones />;
  const again = () => {
    void order.reload();
    void payment.reload();
    void books.reload();
    void sweep();
  };
  return (
    <div class="page stack">
      <Head order={it} job={jobOf(it, ride, now.value)} onDone={(after) => { if (after) order.put(after); again(); }} />
      <Refusal failure={order.failure} again={() => void order.reload()} />
      <div class="columns">
        <div class="stack">
          <section class="panel"><h2>{w.order.story}</h2><Story order={it} ride={ride} /></section>
          <Items order={it} />
        </div>
        <div class="stack">
          {ride && !ended(it.status) && <RideMap order={it} ride={ride} />}
          <PaymentPanel order={it} payment={payment.data} failure={payment.failure} loading={payment.loading} onRefunded={again} />
          {ride && <Decisions decisions={decisions.data?.decisions ?? null} failure={decisions.failure} />}
          {(reported.data ?? []).map((one) => (
            <Note key={one.problem_id} tone={one.status === "Open" ? "late" : ""} icon="warn">
              <p><strong>{t().problem[one.kind]}</strong> · {w.problems.status[one.status]}{one.refund > 0 && ` · ${money(one.refund, one.currency)}`}</p>
              {one.text && <p>{one.text}</p>}
              {one.status === "Open" && <p><a class="button small" href="/operator/problems">{w.problems.go}</a></p>}
            </Note>
          ))}
          <section class="panel"><h2>{w.order.books}</h2><Entries entries={books.data?.entries ?? null} failure={books.failure} /></section>
        </div>
      </div>
    </div>
  );
}

function Head({ order, job, onDone }: { order: OrderView; job: Job; onDone: (after: OrderView | null) => void }) {
  const w = o();
  const open = useSignal<"cancel" | "assign" | null>(null);
  const over = ended(order.status);
  return (
    <header class="stack-s">
      <a class="plain" href="/operator"><Icon name="back" size={18} />{w.nav.live}</a>
      <div class="row wrap between">
        <div>
          <h1 tabIndex={-1}>{t().order.title(order.order_id)} <span class="soft">{order.restaurant_name}</span></h1>
          <p class="lead" role="status">{over ? t().status[order.status] : stateWords(job, now.value)}</p>
        </div>
        <div class="row wrap">
          {assignable(job) && !over && <button type="button" class="button" onClick={() => (open.value = "assign")}>{job.ride?.courier_id ? w.assign.reassign : w.assign.do}</button>}
          {!over && <button type="button" class="button danger" onClick={() => (open.value = "cancel")}>{w.cancel.do}</button>}
        </div>
      </div>
      <div class="row wrap facts small">
        {!over && job.pace !== "unknown" && <span class={`tag ${job.pace === "late" ? "late" : job.pace === "good" ? "good" : ""}`}>{paceWords(job)}</span>}
        <span>{w.order.placed(whenWords(order.placed_at, now.value))}</span>
        {order.promised_at && <span>{w.order.promised(clock(order.promised_at))}</span>}
        {job.expected !== null && <span>{w.order.expected(clock(job.expected))}</span>}
        <span>{w.order.customer(order.customer_id)}</span>
        <span>{order.address.text}</span>
        {job.ride?.courier_name && <span>{w.order.courier(job.ride.courier_name)}</span>}
      </div>
      {open.value === "assign" && <AssignSheet job={job} courier={null} onDone={() => onDone(null)} onClose={() => (open.value = null)} />}
      {open.value === "cancel" && <CancelSheet order={order} onCancelled={onDone} onClose={() => (open.value = null)} />}
    </header>
  );
}

function Items({ order }: { order: OrderView }) {
  const w = t();
  const { price } = order;
  const parts = (["items_total", "delivery_fee", "service_fee", "small_order_fee", "discount", "tip"] as const).filter((it) => price[it] !== 0);
  return (
    <section class="panel">
      <h2>{o().order.items}</h2>
      <ul class="lines">
        {order.items.map((it) => (
          <li key={it.line} class="row between">
            <span class="grow"><span class="number">{it.quantity} ×</span> {it.name}{it.options.length > 0 && <span class="block soft small">{it.options.join(", ")}</span>}{it.note && <span class="block soft small">{it.note}</span>}</span>
            <span class="number">{money(times(it.price, it.quantity), price.currency)}</span>
          </li>
        ))}
      </ul>
      <dl class="sums small spaced">
        {parts.map((it) => <><dt>{w.price[it]}</dt><dd class="number">{money(it === "discount" ? -price[it] : price[it], price.currency)}</dd></>)}
        <dt class="total">{w.price.total}</dt><dd class="total number">{money(price.total, price.currency)}</dd>
      </dl>
      {order.note && <p class="soft spaced">{order.note}</p>}
    </section>
  );
}

const Bones = () => (
  <div class="page"><Waiting><div class="stack"><Bone height={44} width="40%" /><Bone height={28} width="60%" /><div class="columns"><Bone height={420} /><Bone height={420} /></div></div></Waiting></div>
);
