import { useSignal } from "@preact/signals";
import type { Statement } from "../../api/statements";
import { money } from "../../core/money";
import { whenWords } from "../../core/time";
import { k } from "../words";

const PAGE = 50;

/// The newest first; more on demand.
export function Lines({ statement: it }: { statement: Statement }) {
  const w = k().money;
  const shown = useSignal(PAGE);
  const lines = [...it.lines].reverse();
  return (
    <section class="panel">
      <h2 id="lines">{w.lines}</h2>
      <table class="k-table" aria-labelledby="lines">
        <thead><tr><th scope="col">{w.at}</th><th scope="col">{w.what}</th><th scope="col" class="end">{w.amount}</th></tr></thead>
        <tbody>
          {lines.slice(0, shown.value).map((line, i) => (
            <tr key={i}>
              <td class="first">{whenWords(line.at)}</td>
              <td>{w.kinds[line.kind] ?? line.kind}{line.order_id && <span class="soft"> · {w.order} {line.order_id}</span>}</td>
              <td class="end number">{money(line.amount, it.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown.value && <button type="button" class="button small spaced" onClick={() => (shown.value += PAGE)}>{w.more(Math.min(PAGE, lines.length - shown.value))}</button>}
    </section>
  );
}
