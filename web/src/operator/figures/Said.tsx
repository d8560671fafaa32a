import { locale } from "../../core/i18n";
import { summary } from "./summary";
import { d } from "../words";

const short = (n: number) => new Intl.NumberFormat(locale(), { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n);

/// What a chart shows, in words.
export function Said({ lines }: { lines: { name: string; values: (number | null)[] }[] }) {
  const w = d().figures;
  return (
    <ul class="small soft">
      {lines.map((it) => {
        const s = summary(it.values);
        return s && <li key={it.name}>{it.name}: {w.summary(short(s.last), short(s.least), short(s.most))}</li>;
      })}
    </ul>
  );
}
