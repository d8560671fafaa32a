import { t } from "../../core/i18n";
import { clock } from "../../core/time";
import { lastHeard } from "../../core/online";
import type { Numbers } from "./numbers";
import { o } from "../words";

/// Six numbers; what needs a hand is marked by a word and not by its colour alone.
export function Strip({ numbers }: { numbers: Numbers | null }) {
  const w = o().number;
  const n = numbers;
  const tiles: [string, string, string, string][] = [
    [w.underWay, n ? String(n.underWay) : "", "", "/operator"],
    [w.late, n ? String(n.late) : "", n?.late ? "late" : "", "/operator?show=late"],
    [w.unassigned, n ? String(n.unassigned) : "", n?.unassigned ? "late" : "", "/operator?show=unassigned"],
    [w.couriers, n ? w.of(n.riding, n.online) : "", "", "/operator?show=couriers"],
    [w.onTime, !n ? "" : n.onTime === null ? "–" : w.percent(n.onTime), n?.onTime !== null && n && n.onTime < 80 ? "late" : "", "/operator/figures"],
    [w.minutes, !n ? "" : n.minutes === null ? "–" : t().common.minutes(n.minutes), "", "/operator/figures"],
  ];
  return (
    <section class="numbers" aria-label={w.title(clock(lastHeard.value))}>
      {tiles.map(([label, value, tone, href]) => (
        <a key={label} class={`tile ${tone}`} href={href}>
          <span class="tile-value display">{value || <span class="bone tile-bone" />}</span>
          <span class="tile-label">{label}</span>
        </a>
      ))}
    </section>
  );
}
