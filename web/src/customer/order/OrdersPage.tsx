import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { listOrders } from "../../api/orders";
import { user } from "../../api/session";
import type { OrderSummary } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { whenWords } from "../../core/time";
import { Bone, Empty, Trouble, Waiting } from "../../look/parts";
import { Dish } from "../../pictures/Dish";
import { ended, failed } from "../progress";

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
      {live.length > 0 && <List title={w.underWay} orders={live} />}
      {past.length > 0 && <List title={w.before} orders={past} />}
      {next && <button type="button" class="button" onClick={() => void show()}>{t().common.showMore}</button>}
    </div>
  );
}

const List = ({ title, orders }: { title: string; orders: OrderSummary[] }) => (
  <section class="stack-s">
    <h2 class="group">{title}</h2>
    <ul class="stack-s">
      {orders.map((it) => (
        <li key={it.order_id}>
          <a class="panel order-row" href={`/o/${it.order_id}`}>
            <span class="order-dish"><Dish cuisine="" id={it.restaurant_id} /></span>
            <span class="grow"><strong class="cut">{it.restaurant_name}</strong><span class="soft small">{whenWords(it.placed_at)}</span></span>
            <span class="order-end"><span class="number strong">{money(it.total, it.currency)}</span>
              <span class={`tag ${failed(it.status) ? "bad" : ended(it.status) ? "" : "good"}`}>{t().status[it.status]}</span></span>
          </a>
        </li>
      ))}
    </ul>
  </section>
);
