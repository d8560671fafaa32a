import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { isDark } from "../../core/theme";
import { clock } from "../../core/time";

export interface Line { name: string; tone: string; values: (number | null)[] }

const HEIGHT = 220;
const TICKS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600];
const DASHES = [[], [7, 4], [2, 3]];

/// Lines or bars over time; told apart by dashes as well as by colour.
export function Chart({ label, at, lines, bars = false }: { label: string; at: number[]; lines: Line[]; bars?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const dark = isDark();
  const data = [at, ...lines.map((it) => it.values)] as uPlot.AlignedData;
  useEffect(() => {
    const home = box.current;
    if (!home) return;
    const look = getComputedStyle(home);
    const paint = (name: string) => {
      // a canvas wants one colour, not one for each theme
      home.style.color = `var(${name})`;
      return getComputedStyle(home).color;
    };
    const axis = { stroke: paint("--soft"), grid: { stroke: paint("--line"), width: 1 }, ticks: { show: false }, font: `13px ${look.fontFamily}` };
    const series = lines.map((it, i) => ({ label: it.name, stroke: paint(it.tone), width: bars ? 0 : 2, dash: DASHES[i] ?? [], points: { show: false },
      ...(bars ? { fill: paint(it.tone), paths: uPlot.paths.bars?.({ size: [0.7, 40], align: 1 }) } : {}) }) as uPlot.Series);
    home.style.color = "";
    plot.current = new uPlot(
      {
        width: home.clientWidth, height: HEIGHT, legend: { show: lines.length > 1, live: false },
        cursor: { y: false, drag: { x: false, y: false } },
        // the last bar begins where the last value is, and needs room to end
        scales: { x: { range: (_, first, last) => [first, last + (bars ? (at[1] ?? last) - (at[0] ?? last) : 0)] }, y: { range: (_, least, most) => [Math.min(0, least ?? 0), Math.max(4, (most ?? 0) * 1.1)] } },
        axes: [{ ...axis, values: (_, ticks) => ticks.map((it) => clock(it * 1000)), space: 90, incrs: TICKS, size: 44 }, { ...axis, size: 44 }],
        series: [{}, ...series],
      },
      data, home,
    );
    const watch = new ResizeObserver(() => plot.current?.setSize({ width: home.clientWidth, height: HEIGHT }));
    watch.observe(home);
    return () => {
      watch.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [dark, label]);
  useEffect(() => plot.current?.setData(data), [at[0], at.length, at.at(-1), lines.map((it) => it.values.at(-1)).join()]);
  return <div class="chart" ref={box} role="img" aria-label={label} />;
}
