import { useEffect } from "preact/hooks";
import { receipt as readReceipt } from "../../api/orders";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { back } from "../../core/router";
import { clock, day } from "../../core/time";
import { Bone, Note, Trouble } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { Shares } from "./Shares";
import { Breakdown } from "../checkout/Breakdown";
import "../css/order.css";

export function ReceiptPage({ id }: { id: number }) {
  const receipt = useResource(`receipt.${id}`, () => readReceipt(id));
  const w = t().receipt;
  const it = receipt.data;
  useEffect(() => {
    document.title = `${w.title} ${id} · goFOOD`;
  }, []);
  return (
    <div class="page narrow-page stack receipt">
      <div class="row"><button type="button" class="round" aria-label={t().common.back} onClick={() => back(`/o/${id}`)}><Icon name="back" /></button>
        <h1 tabIndex={-1} class="grow">{w.title}</h1>{it && <button type="button" class="button small" onClick={() => print()}>{w.print}</button>}</div>
      {receipt.failure && (receipt.failure.status === 404 ? <Note>{w.notYet}</Note> : <Trouble failure={receipt.failure} again={receipt.reload} />)}
      {receipt.loading && <Bone height={320} />}
      {it && (
        <article class="panel stack">
          <div><h2>{it.restaurant_name}</h2><p class="soft">{t().order.title(it.order_id)} · {w.issued(`${day(it.issued_at)} ${clock(it.issued_at)}`)}</p></div>
          <Breakdown lines={it.items} price={it.price} />
          <dl class="sums">
            <dt>{w.paid} · {t().order.paidBy[it.pay_by]}</dt><dd class="number strong">{money(it.paid, it.price.currency)}</dd>
            {it.refunds.map((one) => <><dt>{one.reason}</dt><dd class="number">−{money(one.amount, it.price.currency)}</dd></>)}
          </dl>
          <section class="stack-s" aria-labelledby="shares">
            <h3 id="shares">{t().shop.who}</h3>
            {it.shares ? <><p class="soft small">{t().shop.whoHelp}</p><Shares shares={it.shares} currency={it.price.currency} kitchen={it.restaurant_name} /></> : <p class="soft">{t().shop.whoLater}</p>}
          </section>
        </article>
      )}
    </div>
  );
}
