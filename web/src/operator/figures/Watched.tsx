import { columns, samples } from "../live/history";
import { Chart } from "./Chart";
import { Said } from "./Said";
import { d } from "../words";

const FEW = 3;

/// The numbers over the live city as far as this browser has watched them.
export function Watched() {
  const w = d().figures;
  const n = d().number;
  const [at = [], ...series] = columns(samples.value);
  const charts: [string, { name: string; of: number; tone: string }[]][] = [
    [w.orders, [{ name: n.underWay, of: 0, tone: "--ink" }, { name: n.late, of: 1, tone: "--tomato-word" }, { name: n.unassigned, of: 2, tone: "--saffron-word" }]],
    [w.couriers, [{ name: w.online, of: 3, tone: "--ink" }, { name: w.riding, of: 4, tone: "--basil" }]],
  ];
  return (
    <section class="stack-s">
      <h2>{w.watched}</h2>
      <p class="soft measure">{w.watchedText}</p>
      {samples.value.length < FEW ? <p class="soft">{w.noneText}</p> : (
        <div class="figures">
          {charts.map(([title, lines]) => {
            const shown = lines.map((it) => ({ name: it.name, tone: it.tone, values: series[it.of] ?? [] }));
            return <section class="panel stack-s" key={title}><h3>{title}</h3><Chart label={title} at={at as number[]} lines={shown} /><Said lines={shown} /></section>;
          })}
        </div>
      )}
    </section>
  );
}
