import type { Failure } from "../../api/failure";
import type { Decision } from "../../api/wire-operator";
import { language } from "../../core/i18n";
import { clock } from "../../core/time";
import { Bone } from "../../look/parts";
import { courierOf } from "../live/city";
import { Refusal, Table } from "../parts";
import { d } from "../words";

const name = (id: number) => courierOf(id)?.name ?? `#${id}`;

/// What dispatch reckoned, in the reader's language; what an operator said, as they said it.
function because({ reason, candidates, courier_id }: Decision): string {
  const w = d().decisions;
  const chosen = candidates.find((it) => it.courier_id === courier_id);
  if (!chosen) return reason;
  const next = candidates.filter((it) => it !== chosen).sort((a, b) => a.total - b.total)[0];
  const own = language.value === "en" ? ` ${reason}` : "";
  return `${w.best(chosen.total)}${next ? ` ${w.next(name(next.courier_id), next.total)}` : ""}${own}`;
}

/// Why dispatch asked whom, with what each of those in question would have cost.
export function Decisions({ decisions, failure }: { decisions: Decision[] | null; failure: Failure | null }) {
  const w = d().decisions;
  return (
    <section class="panel stack-s why">
      <h2>{w.title}</h2>
      {!decisions && (failure ? <Refusal failure={failure} /> : <Bone height={80} />)}
      {decisions?.length === 0 && <p class="soft">{w.none}</p>}
      {decisions?.map((it, i) => (
        <details key={it.at} open={i === 0}>
          <summary><span class="number soft small">{clock(it.at)}</span> <strong>{name(it.courier_id)}</strong></summary>
          <p class="small">{because(it)}</p>
          {it.candidates.length > 0 && (
            <Table label={w.title} head={[w.courier, w.total, w.lateness, w.waiting, w.detour, w.idle, w.door]}>
              {it.candidates.map((one) => (
                <tr key={one.courier_id} class={one.courier_id === it.courier_id ? "chosen" : ""}>
                  <th scope="row">{name(one.courier_id)}{one.courier_id === it.courier_id && <span class="hidden"> ({w.chosen})</span>}</th>
                  <td>{one.total}</td><td>{one.lateness}</td><td>{one.food_waiting}</td><td>{one.detour}</td><td>{one.idle}</td><td>{clock(one.door_at)}</td>
                </tr>
              ))}
            </Table>
          )}
        </details>
      ))}
    </section>
  );
}
