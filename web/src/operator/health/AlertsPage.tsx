import type { Alert } from "../../api/wire-watch";
import { language } from "../../core/i18n";
import { clock, minutesUntil, now, whenWords } from "../../core/time";
import { Bone, Empty, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DeskPage, Refusal } from "../parts";
import { alertFailure, alerts, lasting, reloadAlerts } from "../watch/alerts";
import { alertWords } from "../watch/words";
import { d } from "../words";
import { Parked } from "./Parked";

/// What is wrong, and what was.
export function AlertsPage() {
  const w = d().alertsPage;
  const all = alerts.value;
  const over = (all ?? []).filter((it) => it.cleared_at !== null);
  const firing = lasting(all ?? []);
  return (
    <DeskPage title={w.title} lead={w.lead} action={<a class="button" href="/operator/health"><Icon name="pulse" size={18} />{d().nav.health}</a>}>
      <Refusal failure={alertFailure.value} again={() => void reloadAlerts()} />
      {!all && !alertFailure.value && <Waiting><div class="stack-s"><Bone height={84} /><Bone height={84} /></div></Waiting>}
      {all && !firing.length && <Empty title={w.none} text={w.noneText} />}
      {firing.length > 0 && <section class="stack-s"><h2>{w.now}</h2><List of={firing} /></section>}
      <Parked />
      {over.length > 0 && <section class="stack-s"><h2>{w.before}</h2><List of={over} /></section>}
    </DeskPage>
  );
}

const List = ({ of }: { of: Alert[] }) => (
  <ul class="panel lines">{of.map((it) => <Row key={it.alert_id} alert={it} />)}</ul>
);

function Row({ alert: it }: { alert: Alert }) {
  const w = d().alertsPage;
  const lasts = it.cleared_at === null;
  const tone = !lasts ? "" : it.severity === "critical" ? "bad" : "late";
  return (
    <li class="row between wrap">
      <span class="grow">
        <strong>{alertWords(it)}</strong>
        {/* the monitor's own sentence has the numbers; it speaks English alone */}
        {language.value === "en" && <span class="block small">{it.text}</span>}
        <span class="block soft small number">
          {lasts ? w.since(whenWords(it.since, now.value)) : w.lasted(whenWords(it.since, now.value), clock(it.cleared_at ?? it.since), Math.max(1, minutesUntil(it.cleared_at ?? it.since, it.since)))}
        </span>
      </span>
      <a class="button small" href={`/operator/health?service=${it.service}`}>{w.see}<span class="hidden"> {alertWords(it)}</span></a>
      <span class={`tag ${tone}`}><Icon name={lasts ? "warn" : "check"} size={14} />{lasts ? w.severity[it.severity] : w.over}</span>
    </li>
  );
}
