import { accuracy } from "../../api/operate";
import { useResource } from "../../core/resource";
import { Bone } from "../../look/parts";
import { Refusal, Table } from "../parts";
import { d } from "../words";

/// How good the times were that customers were told.
export function Accuracy() {
  const w = d().health;
  const told = useResource("accuracy", accuracy);
  const rows = told.data?.accuracy ?? [];
  const percent = d().number.percent;
  return (
    <section class="panel stack-s">
      <h2>{w.accuracy}</h2>
      <p class="soft small measure">{w.accuracyLead}</p>
      {told.loading && <Bone height={100} />}
      <Refusal failure={told.failure} again={() => void told.reload()} />
      {told.data && !rows.length && <p class="soft">{w.noAccuracy}</p>}
      {rows.length > 0 && (
        <Table label={w.accuracy} head={[w.told, w.deliveries, w.within, w.early, w.mean, w.median]}>
          {rows.map((one) => (
            <tr key={one.at}><th scope="row">{w.at[one.at as keyof typeof w.at] ?? one.at}</th><td>{one.deliveries}</td><td>{percent(one.within_percent)}</td><td>{percent(one.early_half_percent)}</td><td>{w.signed(one.mean_error_seconds)}</td><td>{w.seconds(one.median_error_seconds)}</td></tr>
          ))}
        </Table>
      )}
    </section>
  );
}
