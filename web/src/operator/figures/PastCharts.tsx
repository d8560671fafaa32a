import { t } from "../../core/i18n";
import { Chart } from "./Chart";
import { pastOf, sumOf } from "./past";
import type { Read } from "./read";
import { Said } from "./Said";
import { d } from "../words";

/// Orders, punctuality, minutes and what came to nothing, step by step.
export function PastCharts({ read, step }: { read: Read; step: number }) {
  const w = d().figures;
  const n = d().number;
  const past = pastOf(read.orders, read.rides, read.back, read.to, step);
  const sum = sumOf(read.orders, read.rides, read.back, read.to);
  const numbers: [string, string][] = [
    [w.placed, String(sum.placed)], [w.delivered, String(sum.delivered)], [w.onTime, sum.onTime === null ? "–" : n.percent(sum.onTime)],
    [w.minutes, sum.minutes === null ? "–" : t().common.minutes(Math.round(sum.minutes))], [w.ended, String(sum.ended)],
  ];
  const charts = [
    { title: w.perHour, bars: true, lines: [{ name: w.perHour, tone: "--ink", values: past.perHour }] },
    { title: w.onTimePercent, bars: false, lines: [{ name: w.onTimePercent, tone: "--basil", values: past.onTime }] },
    { title: n.minutes, bars: false, lines: [{ name: n.minutes, tone: "--tomato-word", values: past.minutes }] },
    { title: w.ended, bars: true, lines: [{ name: w.ended, tone: "--plum-word", values: past.ended }] },
  ];
  return (
    <>
      <dl class="counts panel">{numbers.map(([label, value]) => <div key={label}><dt>{label}</dt><dd class="display number">{value}</dd></div>)}</dl>
      <div class="figures">
        {charts.map(({ title, bars, lines }) => (
          <section class="panel stack-s" key={title}><h2>{title}</h2><Chart label={title} at={past.at} lines={lines} bars={bars} /><Said lines={lines} /></section>
        ))}
      </div>
    </>
  );
}
