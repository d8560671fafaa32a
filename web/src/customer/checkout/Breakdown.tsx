import type { Line, Price } from "../../api/wire";
import { locale, t } from "../../core/i18n";
import { money, times } from "../../core/money";
import { PARTS } from "../differences";
import "../css/breakdown.css";

const percent = (it: number) =>
  new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1 }).format(it / 100);

/// Every part of the price, with its sum and the tax within.
export function Breakdown({ lines, price, busy = false }: { lines: Line[]; price: Price; busy?: boolean }) {
  const w = t();
  const amount = (it: number) => money(it, price.currency);
  return (
    <div aria-live="polite" aria-busy={busy} class={busy ? "breakdown busy" : "breakdown"}>
      <ul class="lines">
        {lines.map((it) => (
          <li key={it.line} class="row top-row">
            <span class="soft number">{it.quantity} ×</span>
            <span class="grow">{it.name}{it.options.length > 0 && <span class="soft small line-options">{it.options.join(", ")}</span>}</span>
            <span class="number">{amount(times(it.price, it.quantity))}</span>
          </li>
        ))}
      </ul>
      <dl class="sums">
        {PARTS.filter((part) => part === "items_total" || part === "delivery_fee" || price[part] > 0).map((part) => (
          <>
            <dt class={part === "discount" ? "good" : ""}>{w.price[part]}{part === "discount" && price.promotion ? ` ${price.promotion.code}` : ""}</dt>
            <dd class={part === "discount" ? "good number" : "number"}>{part === "discount" ? `−${amount(price[part])}` : price[part] === 0 ? w.common.free : amount(price[part])}</dd>
          </>
        ))}
        <dt class="total">{w.price.total}</dt>
        <dd class="total number">{amount(price.total)}</dd>
        {price.taxes.map((it) => (
          <><dt class="soft small">{w.checkout.vat(percent(it.percent))}</dt><dd class="soft small number">{amount(it.tax)}</dd></>
        ))}
      </dl>
    </div>
  );
}
