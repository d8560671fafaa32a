import { t } from "../../core/i18n";
import { clock } from "../../core/time";
import { lastHeard } from "../../core/online";
import type { Numbers } from "./numbers";
import { o } from "../words";

const WORTH_A_LOOK = 80;

/// Six numbers; what needs a hand is marked by a sign and not by its colour alone.
export function Strip({ numbers: n }: { numbers: Numbers | null }) {
  const w = o().number;
  const late = (it: unknown) => (it ? "late" : "");
  const took = n?.minutes == null ? "" : ` · ${w.took(t().common.minutes(n.minutes))}`;
  const tiles: [string, string, string, string][] = [
    [w.underWay, n ? String(n.underWay) : "", "", "/operator"],
    [w.hand, n ? String(n.hand) : "", n?.hand ? "bad" : "", "/operator?show=hand"],
    [w.late, n ? String(n.late) : "", late(n?.late), "/operator?show=late"],
    [w.unassigned, n ? String(n.unassigned) : "", late(n?.unassigned), "/operator?show=unassigned"],
    [w.couriers, n ? w.of(n.riding, n.online) : "", "", "/operator?show=couriers"],
    [w.onTime + took, !n ? "" : n.onTime === null ? "–" : w.percent(n.onTime), late(n && n.onTime !== null && n.onTime < WORTH_A_LOOK), "/operator/figures"],
  ];
  return (
    <section class="numbers" aria-label={w.title(clock(lastHeard.value))}>
      {tiles.map(([label, value, tone, href], i) => (
        <a key={i} class={`tile ${tone}`} href={href}>
          <span class="tile-value display">{value || <span class="bone tile-bone" />}</span>
          <span class="tile-label">{label}</span>
        </a>
      ))}
    </section>
  );
}
