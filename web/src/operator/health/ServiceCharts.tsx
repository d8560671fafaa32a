import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { healthHistory } from "../../api/watch";
import { useResource } from "../../core/resource";
import { now } from "../../core/time";
import { Bone, Waiting } from "../../look/parts";
import { Chart } from "../figures/Chart";
import { Said } from "../figures/Said";
import { Refusal } from "../parts";
import { serviceName } from "../watch/words";
import { columnsOf, thin } from "./thin";
import { d } from "../words";

const POLL_MS = 20_000;
const POINTS = 180;
const HOURS = [0.25, 1, 6, 24];

/// How one service was doing: how fast, how much, how many failures, how many replicas.
export function ServiceCharts({ service }: { service: string }) {
  const w = d().health;
  const hours = useSignal(1);
  const history = useResource(`history.${service}`, () => healthHistory(service));
  useEffect(() => {
    const timer = setInterval(() => void (document.hidden || history.reload()), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const from = now.peek() - hours.value * 3_600_000;
  const it = history.data ? columnsOf(thin(history.data.samples, from, POINTS)) : null;
  const charts = it ? [
    { title: w.latency, lines: [{ name: w.latency, tone: "--tomato-word", values: it.latency }] },
    { title: w.requests, lines: [{ name: w.requests, tone: "--ink", values: it.requests }] },
    { title: w.errors, lines: [{ name: w.errors, tone: "--plum-word", values: it.errors }] },
    { title: w.replicas, lines: [{ name: w.upNow, tone: "--basil", values: it.up }, { name: w.wanted, tone: "--soft", values: it.replicas }] },
  ] : [];
  return (
    <section class="stack-s" aria-label={w.history(serviceName(service))}>
      <div class="row between wrap">
        <h2>{serviceName(service)}</h2>
        <div class="chips" role="group" aria-label={w.range}>
          {HOURS.map((n) => <button key={n} type="button" class="chip" aria-pressed={hours.value === n} onClick={() => (hours.value = n)}>{n < 1 ? w.minutes(n * 60) : w.hours(n)}</button>)}
        </div>
      </div>
      <Refusal failure={history.failure} again={() => void history.reload()} />
      {history.loading && <Waiting><div class="figures">{[1, 2, 3, 4].map((n) => <Bone key={n} height={290} />)}</div></Waiting>}
      {it && it.at.length < 2 && <p class="soft">{w.noHistory}</p>}
      {it && it.at.length >= 2 && (
        <div class="figures">
          {charts.map(({ title, lines }) => (
            <section class="panel stack-s" key={title}>
              <h3>{title}</h3>
              <Chart label={`${serviceName(service)}: ${title}`} at={it.at} lines={lines} />
              <Said lines={lines} />
            </section>
          ))}
        </div>
      )}
    </section>
  );
}
