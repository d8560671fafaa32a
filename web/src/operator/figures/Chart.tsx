import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { isDark } from "../../core/theme";
import { clock } from "../../core/time";

interface Line { name: string; tone: string; values: (number | null)[] }

const HEIGHT = 220;
const MINUTES = [60, 120, 300, 600, 900, 1800, 3600];
const DASHES = [[], [7, 4], [2, 3]];

/// Lines over time; told apart by dashes as well as by colour.
export function Chart({ label, at, lines }: { label: string; at: number[]; lines: Line[] }) {
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
    const series = lines.map((it, i) => ({ label: it.name, stroke: paint(it.tone), width: 2, dash: DASHES[i] ?? [], points: { show: false } }));
    home.style.color = "";
    plot.current = new uPlot(
      {
        width: home.clientWidth, height: HEIGHT, legend: { show: lines.length > 1, live: false },
        cursor: { y: false, drag: { x: false, y: false } },
        scales: { y: { range: (_, least, most) => [Math.min(0, least ?? 0), Math.max(4, (most ?? 0) * 1.1)] } },
        axes: [{ ...axis, values: (_, ticks) => ticks.map((it) => clock(it * 1000)), space: 90, incrs: MINUTES }, { ...axis, size: 44 }],
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
  useEffect(() => plot.current?.setData(data), [at.length, at.at(-1)]);
  return <div class="chart" ref={box} role="img" aria-label={label} />;
}
