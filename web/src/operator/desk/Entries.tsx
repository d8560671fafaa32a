import type { Failure } from "../../api/failure";
import type { LedgerEntry } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { now, whenWords } from "../../core/time";
import { Bone } from "../../look/parts";
import { Refusal } from "../parts";
import { causeWords } from "./cause";
import { d } from "../words";

/// Balanced movements, newest first.
export function Entries({ entries, failure, linked = false }: { entries: LedgerEntry[] | null; failure: Failure | null; linked?: boolean }) {
  const w = d().money;
  if (!entries) return failure ? <Refusal failure={failure} /> : <Bone height={72} />;
  if (!entries.length) return <p class="soft">{w.noEntries}</p>;
  return (
    <ul class="lines">
      {entries.map((it) => (
        <li key={it.entry_id}>
          <div class="row between wrap">
            <span>{causeWords(it.cause)}</span>
            <span class="soft small">{linked && it.order_id !== null && <a href={`/operator/order-${it.order_id}`}>{t().order.title(it.order_id)}</a>} {whenWords(it.at, now.value)}</span>
          </div>
          <dl class="sums small soft">
            {it.lines.map((line, i) => <><dt key={i}><code>{line.account}</code></dt><dd class="number">{money(line.amount, it.currency)}</dd></>)}
          </dl>
        </li>
      ))}
    </ul>
  );
}
