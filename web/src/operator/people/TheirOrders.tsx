import { ordersLike } from "../../api/watch";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { now, whenWords } from "../../core/time";
import { Bone } from "../../look/parts";
import { Refusal } from "../parts";
import { d } from "../words";

const MOST = 5;

/// What somebody ordered last.
export function TheirOrders({ customer }: { customer: number }) {
  const w = d().people;
  const list = useResource(`orders.of.${customer}`, () => ordersLike({ customer_id: customer, limit: MOST }));
  return (
    <section class="stack-s">
      <h3>{w.orders}</h3>
      {list.loading && <Bone height={96} />}
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {list.data?.orders.length === 0 && <p class="soft">{w.noOrders}</p>}
      <ul class="lines">
        {list.data?.orders.map((it) => (
          <li key={it.order_id} class="row between">
            <a class="grow" href={`/operator/order-${it.order_id}`}><strong class="number">{it.order_id}</strong> {it.restaurant_name}<span class="block soft small">{t().status[it.status]} · {whenWords(it.placed_at, now.value)}</span></a>
            <span class="number">{money(it.total, it.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
