import type { Failure } from "../../api/failure";
import type { Decision } from "../../api/wire-operator";
import { clock } from "../../core/time";
import { Bone } from "../../look/parts";
import { courierOf } from "../live/city";
import { Refusal, Table } from "../parts";
import { o } from "../words";

const name = (id: number) => courierOf(id)?.name ?? `#${id}`;

/// Why dispatch asked whom, with what each of those in question would have cost.
export function Decisions({ decisions, failure }: { decisions: Decision[] | null; failure: Failure | null }) {
  const w = o().decisions;
  return (
    <section class="panel stack-s why">
      <h2>{w.title}</h2>
      {!decisions && (failure ? <Refusal failure={failure} /> : <Bone height={80} />)}
      {decisions?.length === 0 && <p class="soft">{w.none}</p>}
      {decisions?.map((it, i) => (
        <details key={it.at} open={i === 0}>
          <summary><span class="number soft small">{clock(it.at)}</span> <strong>{name(it.courier_id)}</strong></summary>
          <p class="small">{it.reason}</p>
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
