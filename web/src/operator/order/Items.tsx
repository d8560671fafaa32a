import type { OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { money, times } from "../../core/money";
import { d } from "../words";

/// What was ordered, what it cost, and what the customer wrote with it.
export function Items({ order }: { order: OrderView }) {
  const w = t();
  const { price } = order;
  const parts = (["items_total", "delivery_fee", "service_fee", "small_order_fee", "discount", "tip"] as const).filter((it) => price[it] !== 0);
  return (
    <section class="panel">
      <h2>{d().order.items}</h2>
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
