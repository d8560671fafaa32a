import { drop, parked, retry } from "../../api/operate";
import type { ParkedEvent } from "../../api/wire-watch";
import { useResource } from "../../core/resource";
import { t } from "../../core/i18n";
import { now, whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Note } from "../../look/parts";
import { Refusal, useAct } from "../parts";
import { serviceName } from "../watch/words";
import { d } from "../words";

/// Events that a service refused for good: later ones of the same order wait behind them. In normal
/// life there are none, and nothing is shown.
export function Parked() {
  const w = d().parked;
  const all = useResource("parked", parked);
  const { busy, failure, run } = useAct();
  const act = (done: string, way: () => Promise<unknown>) => run(async () => {
    await way();
    say(done);
    await all.reload();
  });
  const it = all.data;
  return (
    <>
      <Refusal failure={failure.value ?? all.failure} again={() => void all.reload()} />
      {it && it.unreachable.length > 0 && <Note tone="late" icon="warn"><p>{w.unreachable(it.unreachable.map(serviceName).join(", "))}</p></Note>}
      {it && it.events.length > 0 && (
        <section class="stack-s">
          <h2>{w.title}</h2>
          <p class="soft small measure">{w.lead}</p>
          <ul class="panel lines">
            {it.events.map((one) => (
              <li key={`${one.service}/${one.id}`} class="row between wrap">
                <span class="grow">
                  <strong>{w.from(serviceName(one.service), serviceName(one.subscriber))}</strong> <code>{one.type}</code> <Order of={one} />
                  <span class="block small">{one.error}</span>
                  <span class="block soft small number">{w.since(whenWords(one.parked_at, now.value))}</span>
                </span>
                <button type="button" class="button small" disabled={busy.value} onClick={() => void act(w.retried, () => retry(one))}>{w.retry}<span class="hidden"> {one.type} {one.key}</span></button>
                <button type="button" class="button small danger" disabled={busy.value} onClick={() => confirm(w.sure) && void act(w.dropped, () => drop(one))}>{w.drop}<span class="hidden"> {one.type} {one.key}</span></button>
              </li>
            ))}
          </ul>
          {it.more && <p class="soft small">{w.more}</p>}
        </section>
      )}
    </>
  );
}

/// Most events are about an order; the others' key is shown as it is.
const Order = ({ of: it }: { of: ParkedEvent }) =>
  /^\d+$/.test(it.key) ? <a href={`/operator/order-${it.key}`}>{t().order.title(Number(it.key))}</a> : <code>{it.key}</code>;
