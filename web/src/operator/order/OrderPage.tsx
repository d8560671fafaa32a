import { decisionsOn, entries, paymentOf } from "../../api/operate";
import { readProblems } from "../../api/orders";
import type { Delivery, OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { now } from "../../core/time";
import { ended } from "../../customer/progress";
import { useOrder, useRide } from "../../customer/order/useOrder";
import { Bone, Note, Waiting } from "../../look/parts";
import { Entries } from "../desk/Entries";
import { courierOf, sweep } from "../live/city";
import { type Job, lateness, stuckOn } from "../live/jobs";
import { GivenStars, Refusal, useTitle } from "../parts";
import { Decisions } from "./Decisions";
import { Head } from "./Head";
import { Items } from "./Items";
import { People } from "./People";
import { PaymentPanel } from "./PaymentPanel";
import { RideMap } from "./RideMap";
import { Story } from "./Story";
import { d } from "../words";

function jobOf(order: OrderView, ride: Delivery | null, at: number): Job {
  const over = ended(order.status);
  const placed = Date.parse(order.placed_at);
  const since = Date.parse(order.timeline.at(-1)?.at ?? order.placed_at);
  const base = { id: order.order_id, restaurant: order.restaurant_name, status: order.status, placed, since, ride };
  const none = { promised: null, expected: null, late: null, pace: "unknown" as const };
  if (over) return { ...base, ...none, stuck: null, trouble: null };
  return {
    ...base, ...(ride ? lateness(ride, at) : none), trouble: ride?.problem ?? null,
    stuck: stuckOn(order.status, since, ride, courierOf(ride?.courier_id ?? null), at),
  };
}

/// All that is known of one order, and what an operator can do about it.
export function OrderPage({ id }: { id: number }) {
  const w = d();
  const order = useOrder(id);
  const it = order.data;
  const ride = useRide(it);
  useTitle(t().order.title(id));
  const version = it ? `${it.status}.${it.timeline.length}` : null;
  const decisions = useResource(ride ? `decisions.${ride.delivery_id}.${ride.timeline.length}` : null, () => decisionsOn(ride?.delivery_id ?? 0));
  const payment = useResource(version && `payment.${id}.${version}`, () => paymentOf(id));
  const books = useResource(version && `entries.${id}.${version}`, () => entries({ order_id: id, limit: 100 }));
  const reported = useResource(it?.status === "Delivered" ? `problems.${id}` : null, () => readProblems(id));
  if (!it) return order.failure ? <div class="page stack"><h1 tabIndex={-1}>{t().order.title(id)}</h1><Refusal failure={order.failure} again={() => void order.reload()} /><p><a class="button" href="/operator">{w.nav.live}</a></p></div> : <Bones />;
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
          {it.rating && (
            <section class="panel stack-s"><h2>{w.order.rating}</h2>
              <p class="row wrap"><span>{w.order.food} <GivenStars n={it.rating.food} /></span>{it.rating.ride !== null && <span>{w.order.rideStars} <GivenStars n={it.rating.ride} /></span>}</p>
              {it.rating.comment && <p class="measure">{it.rating.comment}</p>}
            </section>
          )}
        </div>
        <div class="stack">
          <People order={it} ride={ride} />
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

const Bones = () => (
  <div class="page"><Waiting><div class="stack"><Bone height={44} width="40%" /><Bone height={28} width="60%" /><div class="columns"><Bone height={420} /><Bone height={420} /></div></div></Waiting></div>
);
