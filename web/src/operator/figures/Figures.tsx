import { lazy } from "../../customer/lazy";
import { Empty } from "../../look/parts";
import { DeskPage } from "../parts";
import { columns, samples } from "../live/history";
import { summary } from "./summary";
import { o } from "../words";

const Chart = lazy(() => import("./Chart").then((it) => it.Chart));

/// The numbers over time, as far as this browser has watched them.
export function Figures() {
  const w = o().figures;
  const n = o().number;
  const all = columns(samples.value);
  const [at = [], ...series] = all;
  const few = samples.value.length < 3;
  const charts: [string, { name: string; of: number; tone: string }[]][] = [
    [w.orders, [{ name: n.underWay, of: 0, tone: "--ink" }, { name: n.late, of: 1, tone: "--tomato-word" }, { name: n.unassigned, of: 2, tone: "--saffron-word" }]],
    [w.couriers, [{ name: w.online, of: 3, tone: "--ink" }, { name: w.riding, of: 4, tone: "--basil" }]],
    [n.onTime, [{ name: n.onTime, of: 5, tone: "--basil" }]],
    [n.minutes, [{ name: n.minutes, of: 6, tone: "--tomato-word" }]],
  ];
  return (
    <DeskPage title={w.title} lead={w.lead}>
      {few ? <Empty title={w.none} text={w.noneText} /> : (
        <div class="figures">
          {charts.map(([title, lines]) => (
            <section class="panel stack-s" key={title}>
              <h2>{title}</h2>
              <Chart label={title} at={at as number[]} lines={lines.map((it) => ({ name: it.name, tone: it.tone, values: series[it.of] ?? [] }))} />
              <ul class="small soft">
                {lines.map((it) => {
                  const s = summary(series[it.of] ?? []);
                  return s && <li key={it.name}>{it.name}: {w.summary(s.last, s.least, s.most)}</li>;
                })}
              </ul>
            </section>
          ))}
        </div>
      )}
    </DeskPage>
  );
}
