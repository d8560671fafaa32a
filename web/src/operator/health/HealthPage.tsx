import { useEffect } from "preact/hooks";
import { health } from "../../api/operate";
import { useResource } from "../../core/resource";
import { filter, query } from "../../core/router";
import { lazy } from "../../customer/lazy";
import { Bone, Note, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DeskPage, Refusal } from "../parts";
import { firing } from "../watch/alerts";
import { serviceName } from "../watch/words";
import { Accuracy } from "./Accuracy";
import { byService, type Served } from "./replicas";
import { d } from "../words";

const Charts = lazy(() => import("./ServiceCharts").then((it) => it.ServiceCharts));
const POLL_MS = 10_000;

/// Whether every service is well, how each was doing, and how good our times were.
export function HealthPage() {
  const w = d().health;
  const whole = useResource("health", health);
  useEffect(() => {
    const timer = setInterval(() => void (document.hidden || whole.reload()), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const it = whole.data;
  const services = it ? byService(it.services) : [];
  const chosen = services.find((one) => one.name === query.value.get("service")) ?? services.find((one) => one.status !== "ok") ?? services[0];
  return (
    <DeskPage title={w.title} action={<a class="button" href="/operator/alerts"><Icon name="warn" size={18} />{w.alerts}{firing.value.length > 0 && <span class="count">{firing.value.length}</span>}</a>}>
      {whole.loading && <Waiting><Bone height={52} /></Waiting>}
      <Refusal failure={whole.failure} again={() => void whole.reload()} />
      {it && <div role="status"><Note tone={it.status !== "ok" ? "bad" : firing.value.length ? "late" : "good"} icon={it.status === "ok" && !firing.value.length ? "check" : "warn"}><p class="strong">{it.status === "ok" && firing.value.length ? w.whole.alerts : w.whole[it.status]}</p></Note></div>}
      {!it && !whole.failure && <div class="services">{Array.from({ length: 7 }, (_, i) => <Bone key={i} height={76} />)}</div>}
      {it && (
        <div class="services" role="group" aria-label={w.services}>
          {services.map((one) => <Service key={one.name} of={one} chosen={one === chosen} />)}
        </div>
      )}
      {chosen && <Charts key={chosen.name} service={chosen.name} />}
      <Accuracy />
    </DeskPage>
  );
}

function Service({ of: it, chosen }: { of: Served; chosen: boolean }) {
  const w = d().health;
  const tone = it.status === "ok" ? "good" : it.status === "degraded" ? "late" : "bad";
  return (
    <button type="button" class="panel service" aria-pressed={chosen} onClick={() => filter({ service: it.name })}>
      <span class="row between"><strong>{serviceName(it.name)}</strong><span class={`tag ${tone}`}><Icon name={it.status === "ok" ? "check" : "warn"} size={14} />{w.state[it.status]}</span></span>
      <span class="soft small number">{it.of > 1 && `${w.up(it.up, it.of)} · `}{w.ms(it.latency)}</span>
    </button>
  );
}
