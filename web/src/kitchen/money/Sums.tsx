import type { Statement } from "../../api/statements";
import { money } from "../../core/money";
import { k } from "../words";

/// From what was owed before to what is owed now; parts that are nothing are left out.
export function Sums({ statement: it }: { statement: Statement }) {
  const w = k().money;
  const parts = (["sales", "commission", "refunds", "promotions", "compensations", "payouts"] as const).filter((name) => it.sums[name] !== 0);
  return (
    <section class="panel">
      <h2>{w.statement}</h2>
      <dl class="sums">
        <dt class="soft">{w.opening}</dt><dd class="number soft">{money(it.opening, it.currency)}</dd>
        {parts.map((name) => [<dt key={name}>{w[name]}</dt>, <dd key={`${name}-amount`} class="number">{money(it.sums[name], it.currency)}</dd>])}
        <dt class="total">{w.closing}</dt><dd class="total number">{money(it.closing, it.currency)}</dd>
        {it.sums.vat !== 0 && <><dt class="soft small">{w.vat}</dt><dd class="number soft small">{money(it.sums.vat, it.currency)}</dd></>}
      </dl>
    </section>
  );
}
