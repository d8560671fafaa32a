import { useEffect } from "preact/hooks";
import { accuracy, health } from "../../api/operate";
import { useResource } from "../../core/resource";
import { Bone, Note, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DeskPage, Refusal, Table } from "../parts";
import { o } from "../words";

const POLL_MS = 10_000;

/// Whether every service is well, and how good the times were that customers were told.
export function HealthPage() {
  const w = o().health;
  const whole = useResource("health", health);
  const told = useResource("accuracy", accuracy);
  useEffect(() => {
    const timer = setInterval(() => void (document.hidden || whole.reload()), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const it = whole.data;
  return (
    <DeskPage title={w.title}>
      {whole.loading && <Waiting><Bone height={160} /></Waiting>}
      <Refusal failure={whole.failure} again={() => void whole.reload()} />
      {it && (
        <div class="stack" role="status">
          <Note tone={it.status === "ok" ? "good" : "bad"} icon={it.status === "ok" ? "check" : "warn"}><p class="strong">{w.whole[it.status]}</p></Note>
          <ul class="services">
            {it.services.map((one) => (
              <li key={one.service + one.url} class="panel">
                <p class="row between"><strong>{w.service[one.service as keyof typeof w.service] ?? one.service}</strong>
                  <span class={`tag ${one.status === "ok" ? "good" : one.status === "degraded" ? "late" : "bad"}`}><Icon name={one.status === "ok" ? "check" : "warn"} size={14} />{w.state[one.status]}</span></p>
                <p class="soft small number">{one.url.replace(/^https?:\/\//, "")} · {w.ms(one.latency_ms)}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <section class="panel stack-s">
        <h2>{w.accuracy}</h2>
        <p class="soft small measure">{w.accuracyLead}</p>
        {told.loading && <Bone height={100} />}
        <Refusal failure={told.failure} again={() => void told.reload()} />
        {told.data?.accuracy.length === 0 && <p class="soft">{w.noAccuracy}</p>}
        {(told.data?.accuracy.length ?? 0) > 0 && (
          <Table label={w.accuracy} head={[w.told, w.deliveries, w.within, w.early, w.mean, w.median]}>
            {told.data?.accuracy.map((one) => (
              <tr key={one.at}><th scope="row">{w.at[one.at as keyof typeof w.at] ?? one.at}</th><td>{one.deliveries}</td><td>{o().number.percent(one.within_percent)}</td><td>{o().number.percent(one.early_half_percent)}</td><td>{w.signed(one.mean_error_seconds)}</td><td>{w.seconds(one.median_error_seconds)}</td></tr>
            ))}
          </Table>
        )}
      </section>
    </DeskPage>
  );
}
