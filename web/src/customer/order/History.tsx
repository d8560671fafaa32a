import type { OrderView, TimelineEntry } from "../../api/wire";
import { t } from "../../core/i18n";
import { whenWords } from "../../core/time";
import { c } from "../words";
import { whyWords } from "./why";

/// Every step with its time, for whoever wants to know exactly.
export function History({ order }: { order: OrderView }) {
  const steps = order.timeline.map((it, i) => ({ it, same: order.timeline[i - 1]?.status === it.status }));
  return (
    <details class="panel history">
      <summary><h2>{c().history}</h2></summary>
      <ol class="stack-s">
        {steps.map(({ it, same }) => (
          <li key={it.step} class="row top-row"><span class="number soft small history-at">{whenWords(it.at)}</span><span class="grow">{said(it, same)}</span></li>
        ))}
      </ol>
    </details>
  );
}

/// What is noted within a status needs not say the status again.
function said(it: TimelineEntry, same: boolean): string {
  const why = whyWords(it);
  if (same && why) return why;
  return why ? `${t().status[it.status]}. ${why}` : t().status[it.status];
}
