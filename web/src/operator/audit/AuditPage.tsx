import { useSignal } from "@preact/signals";
import { audit } from "../../api/watch";
import type { AuditEntry } from "../../api/wire-watch";
import { t } from "../../core/i18n";
import { filter, query } from "../../core/router";
import { now, whenWords } from "../../core/time";
import { Bone, Empty, Note, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { usePages } from "../desk/pages";
import { actorWords } from "../order/actor";
import { DeskPage, Refusal, Trace } from "../parts";
import { serviceName } from "../watch/words";
import { actionOf, orderOf, together } from "./actions";
import { d } from "../words";

const BY = ["all", "operators", "services", "refused"] as const;

const is: Record<(typeof BY)[number], (it: AuditEntry) => boolean> = {
  all: () => true, operators: (it) => it.by.startsWith("operator"), services: (it) => it.by.startsWith("service"), refused: (it) => it.status >= 400,
};

/// Who did what, newest first. The wire can't be asked for a part of it: what was fetched is sieved.
export function AuditPage() {
  const w = d().audit;
  const by = BY.find((it) => it === query.value.get("by")) ?? "all";
  const service = query.value.get("service") ?? "";
  const typed = useSignal("");
  const unreachable = useSignal<string[]>([]);
  const list = usePages("audit", async (cursor) => {
    const page = await audit(cursor);
    unreachable.value = page.unreachable;
    return { found: page.entries, next: page.next };
  });
  const all = list.found ?? [];
  const services = [...new Set(all.map((it) => it.service))].sort();
  const text = typed.value.trim().toLowerCase();
  const shown = together(all.filter((it) => is[by](it) && (!service || it.service === service) && (!text || `${it.by} ${it.action} ${it.reason ?? ""} ${it.trace_id}`.toLowerCase().includes(text))));
  return (
    <DeskPage title={w.title} lead={w.lead}>
      <div class="row wrap">
        <div class="search grow"><Icon name="search" size={20} /><input class="input" type="search" aria-label={w.find} placeholder={w.find} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} /></div>
        <select class="input audit-service" aria-label={w.service} value={service} onChange={(event) => filter({ service: event.currentTarget.value })}>
          <option value="">{w.anyService}</option>
          {services.map((it) => <option key={it} value={it}>{serviceName(it)}</option>)}
        </select>
      </div>
      <div class="chips" role="group" aria-label={w.by}>
        {BY.map((it) => <button key={it} type="button" class="chip" aria-pressed={by === it} onClick={() => filter({ by: it === "all" ? null : it })}>{w[it]}</button>)}
      </div>
      {unreachable.value.length > 0 && <Note tone="late" icon="warn">{w.unreachable(unreachable.value.map(serviceName).join(", "))}</Note>}
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {!list.found && !list.failure && <Waiting><div class="stack-s">{[1, 2, 3, 4, 5].map((n) => <Bone key={n} height={64} />)}</div></Waiting>}
      {list.found && !shown.length && <Empty title={w.none} text={list.more ? w.noneYet : w.noneText} />}
      {shown.length > 0 && <ul class="panel lines">{shown.map((it, i) => <Row key={`${it.trace_id} ${i}`} entry={it} />)}</ul>}
      {list.more && <div class="row wrap"><button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button><span class="soft small">{w.looked(all.length)}</span></div>}
    </DeskPage>
  );
}

function Row({ entry: it }: { entry: AuditEntry & { services: string[] } }) {
  const w = d().audit;
  const done = actionOf(it.action);
  const order = orderOf(it.action);
  return (
    <li class="audit-row">
      <span class="soft small number">{whenWords(it.at, now.value)}</span>
      <span>
        <strong>{actorWords(it.by)}</strong> {done ? w.did[done.action](done.id) : <code>{it.action}</code>}
        {it.reason && <span class="block small">“{it.reason}”</span>}
        <span class="row wrap soft small">{it.services.map(serviceName).join(", ")}{done && <code>{it.action}</code>}{order && <a href={`/operator/order-${order}`}>{t().order.title(Number(order))}</a>}<Trace id={it.trace_id} /></span>
      </span>
      {it.status >= 400 && <span class="tag bad"><Icon name="warn" size={14} />{w.refusedWith(it.status)}</span>}
    </li>
  );
}
