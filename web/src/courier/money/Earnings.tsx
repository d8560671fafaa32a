import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Statement, statementTable } from "../../api/couriers";
import type { Failure } from "../../api/failure";
import { money } from "../../core/money";
import { say } from "../../core/toasts";
import { Bone, Empty, Money, Trouble, Waiting } from "../../look/parts";
import { explain } from "../explain";
import { me } from "../state";
import { Lines } from "./Lines";
import { OwnStars } from "./OwnStars";
import { bounds, earned, type Span, standing } from "./period";
import { useStatement } from "./useStatement";
import { c } from "../words";

const SPANS: Span[] = ["today", "week", "month"];

export function Earnings() {
  const w = c().money;
  const span = useSignal<Span>("today");
  const { data, failure, loading, reload } = useStatement(span.value);
  useEffect(() => {
    document.title = `${w.title} · goFOOD`;
  }, [w]);
  const save = async () => {
    const { from, to } = bounds(span.value, new Date());
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await statementTable(me.value?.courier_id ?? 0, from, to));
      link.download = `gofood-${span.value}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (raw) {
      say(explain(raw as Failure));
    }
  };
  return (
    <div class="page stack">
      <div class="row between wrap"><h1 tabIndex={-1}>{w.title}</h1><OwnStars /></div>
      <div role="radiogroup" aria-label={w.period} class="chips">
        {SPANS.map((it) => <label class="chip" key={it}><input type="radio" name="span" checked={span.value === it} onChange={() => (span.value = it)} />{w[it]}</label>)}
      </div>
      {failure && <Trouble failure={failure} again={() => void reload()} />}
      {loading && <Waiting><div class="stack"><Bone height={120} /><Bone height={190} /><Bone height={240} /></div></Waiting>}
      {data && <Sums it={data} />}
      {data && (data.lines.length ? <><Lines lines={data.lines} currency={data.currency} /><button type="button" class="button line" onClick={() => void save()}>{w.table}</button></> : <Empty title={w.none} text={w.noneText} />)}
    </div>
  );
}

function Sums({ it }: { it: Statement }) {
  const w = c().money;
  const end = standing(it.closing);
  const rows: [string, number][] = [[w.before, it.opening], [w.rides, it.sums.rides], [w.tips, it.sums.tips], [w.extra, it.sums.compensations], [w.cash, it.sums.cash], [w.payouts, it.sums.payouts]];
  return (
    <>
      <div class="earned"><p class="soft">{w.earned} · {w.orders(it.sums.orders)}</p><p class="display number">{money(earned(it), it.currency)}</p></div>
      <section class="panel">
        <dl class="sums">
          {rows.filter(([, amount]) => amount !== 0).map(([name, amount]) => [<dt key={name}>{name}</dt>, <dd key={`${name}.`}><Money amount={amount} currency={it.currency} /></dd>])}
          <dt class="total">{w[end.who]}</dt><dd class="total"><Money amount={end.amount} currency={it.currency} /></dd>
        </dl>
        {end.who !== "even" && <p class="soft small">{end.who === "owed" ? w.owedText : w.heldText}</p>}
      </section>
    </>
  );
}
