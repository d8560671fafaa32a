import { useSignal } from "@preact/signals";
import { useResource } from "../../core/resource";
import { filter, query } from "../../core/router";
import { clock } from "../../core/time";
import { Bone, Empty, Note, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DeskPage, Refusal } from "../parts";
import { PastCharts } from "./PastCharts";
import { SPANS } from "./past";
import { type Read, readPast } from "./read";
import { Why } from "./Why";
import { Watched } from "./Watched";
import { d } from "../words";

const HOUR = 3_600_000;

/// How it went: as the services know it, and what this browser saw beside.
export function Figures() {
  const w = d().figures;
  const span = SPANS.find((it) => String(it.hours) === query.value.get("hours")) ?? SPANS[1];
  const past = useResource<Read>(`past.${span.hours}`, () => readPast(Date.now() - span.hours * HOUR));
  const busy = useSignal(false);
  const again = async () => {
    busy.value = true;
    await past.reload();
    busy.value = false;
  };
  const it = past.data;
  const cut = it && it.back > it.to - span.hours * HOUR + 60_000;
  return (
    <DeskPage title={w.title} lead={w.lead}>
      <div class="row between wrap">
        <div class="chips" role="group" aria-label={w.span}>
          {SPANS.map(({ hours }) => <button key={hours} type="button" class="chip" aria-pressed={span.hours === hours} onClick={() => filter({ hours: hours === 6 ? null : String(hours) })}>{w.hours(hours)}</button>)}
        </div>
        {it && <button type="button" class="button small" disabled={busy.value} aria-busy={busy.value} onClick={() => void again()}><Icon name="again" size={18} />{w.asOf(clock(it.to))}</button>}
      </div>
      <Refusal failure={past.failure} again={() => void past.reload()} />
      {past.loading && <Waiting><div class="stack"><Bone height={92} /><div class="figures">{[1, 2, 3, 4].map((n) => <Bone key={n} height={310} />)}</div></div></Waiting>}
      {cut && it && <Note icon="info">{w.cut(clock(it.back))}</Note>}
      {it && !it.orders.length && <Empty title={w.nothing} text={w.nothingText} />}
      {it && it.orders.length > 0 && <><PastCharts read={it} step={span.step} /><Why key={it.to} read={it} /></>}
      <Watched />
    </DeskPage>
  );
}
