import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { listOrders } from "../../api/orders";
import { user } from "../../api/session";
import type { OrderSummary, Rating } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { whenWords } from "../../core/time";
import { Bone, Empty, Trouble, Waiting } from "../../look/parts";
import { Dish } from "../../pictures/Dish";
import { Icon } from "../../pictures/Icon";
import { ended, failed } from "../progress";
import { c } from "../words";
import { Given } from "./RatePanel";
import { RateSheet } from "./RateSheet";
import { canRate } from "./rating";
import "../css/order.css";

export function OrdersPage() {
  const w = t().orders;
  const me = user.value;
  const first = useResource(me ? `orders.${me.user_id}` : null, () => listOrders());
  const more = useSignal<{ orders: OrderSummary[]; next_cursor: string | null } | null>(null);
  useEffect(() => {
    document.title = `${w.title} · goFOOD`;
  }, []);
  const all = [...(first.data?.orders ?? []), ...(more.value?.orders ?? [])];
  const next = more.value ? more.value.next_cursor : first.data?.next_cursor;
  const show = async () => {
    const page = await listOrders(next ?? "");
    more.value = { orders: [...(more.value?.orders ?? []), ...page.orders], next_cursor: page.next_cursor };
  };
  const rating = useSignal<OrderSummary | null>(null);
  const onRate = (it: OrderSummary) => (rating.value = it);
  const rated = (given: Rating) => {
    const id = rating.value?.order_id;
    const changed = (it: OrderSummary) => (it.order_id === id ? { ...it, rating: given } : it);
    if (first.data) first.put({ ...first.data, orders: first.data.orders.map(changed) });
    if (more.value) more.value = { ...more.value, orders: more.value.orders.map(changed) };
  };
  const live = all.filter((it) => !ended(it.status));
  const past = all.filter((it) => ended(it.status));
  return (
    <div class="page narrow-page stack">
      <h1 tabIndex={-1}>{w.title}</h1>
      {first.failure && <Trouble failure={first.failure} again={first.reload} />}
      {first.loading && <Waiting><div class="stack">{[0, 1, 2].map((i) => <Bone key={i} height={84} />)}</div></Waiting>}
      {(!me || (first.data && !all.length)) && (
        <Empty title={w.none} text={w.noneText}><a class="button main" href="/">{t().cart.find}</a>{!me && <a class="plain" href="/sign-in?next=/my/orders">{t().nav.signIn}</a>}</Empty>
      )}
      {live.length > 0 && <List title={w.underWay} orders={live} onRate={onRate} />}
      {past.length > 0 && <List title={w.before} orders={past} onRate={onRate} />}
      {rating.value && <RateSheet order={rating.value.order_id} kitchen={rating.value.restaurant_name} before={rating.value.rating} onRated={rated} onClose={() => (rating.value = null)} />}
      {next && <button type="button" class="button" onClick={() => void show()}>{t().common.showMore}</button>}
    </div>
  );
}

const List = ({ title, orders, onRate }: { title: string; orders: OrderSummary[]; onRate: (order: OrderSummary) => void }) => (
  <section class="stack-s">
    <h2 class="group">{title}</h2>
    <ul class="stack-s">
      {orders.map((it) => (
        <li key={it.order_id} class="panel order-item">
          <a class="order-row" href={`/o/${it.order_id}`}>
            <span class="order-dish"><Dish cuisine="" id={it.restaurant_id} /></span>
            <span class="grow"><strong class="cut">{it.restaurant_name}</strong><span class="soft small">{whenWords(it.placed_at)}</span>{it.rating && <Given stars={it.rating.food} />}</span>
            <span class="order-end"><span class="number strong">{money(it.total, it.currency)}</span>
              <span class={`tag ${failed(it.status) ? "bad" : ended(it.status) ? "" : "good"}`}>{t().status[it.status]}</span></span>
          </a>
          {it.status === "Delivered" && canRate(it.status_at, Date.now()) && (
            <button type="button" class="plain order-rate" aria-label={`${it.rating ? c().rate.change : c().rate.do}: ${it.restaurant_name}, ${whenWords(it.placed_at)}`} onClick={() => onRate(it)}>
              <Icon name="star" size={18} filled={it.rating !== null} />{it.rating ? c().rate.change : c().rate.do}
            </button>
          )}
        </li>
      ))}
    </ul>
  </section>
);
