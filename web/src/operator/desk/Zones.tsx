import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { endRestriction, restrictions } from "../../api/operate";
import type { Restriction } from "../../api/wire-operator";
import { useResource } from "../../core/resource";
import { clock, minutesUntil, now } from "../../core/time";
import { say } from "../../core/toasts";
import { lazy } from "../../customer/lazy";
import { Bone, Empty, Waiting } from "../../look/parts";
import { DeskPage, Refusal, useAct } from "../parts";
import { filter, query } from "../../core/router";
import { useKitchens } from "./KitchenPicker";
import { RestrictSheet } from "./RestrictSheet";
import { d } from "../words";

const ZoneMap = lazy(() => import("./ZoneMap").then((it) => it.ZoneMap));
const POLL_MS = 15_000;

/// How far kitchens deliver, and what was shrunk or paused for a while.
export function Zones() {
  const w = d().zones;
  const list = useResource("restrictions", restrictions);
  const kitchens = useKitchens();
  const making = useSignal(false);
  const seen = Number(query.value.get("kitchen"));
  const { busy, failure, run } = useAct();
  useEffect(() => {
    const timer = setInterval(() => void (document.hidden || list.reload()), POLL_MS);
    return () => clearInterval(timer);
  }, []);
  const all = kitchens.data ?? [];
  const nameOf = (id: number) => all.find((it) => it.restaurant_id === id)?.name ?? `#${id}`;
  const end = (it: Restriction) => run(async () => {
    await endRestriction(it.restriction_id);
    say(w.ended);
    await list.reload();
  });
  const shown = all.find((it) => it.restaurant_id === seen) ?? null;
  return (
    <DeskPage title={w.title} lead={w.lead} action={<button type="button" class="button main" onClick={() => (making.value = true)}>{w.restrict}</button>}>
      <Refusal failure={failure.value ?? list.failure} again={() => void list.reload()} />
      {list.loading && <Waiting><Bone height={84} /></Waiting>}
      {list.data?.restrictions.length === 0 && <Empty title={w.none} text={w.noneText} />}
      <ul class="stack-s">
        {list.data?.restrictions.map((it) => (
          <li key={it.restriction_id} class="panel row wrap between">
            <div class="grow">
              <p><strong>{it.percent === 0 ? w.paused : w.shrunk(it.percent)}</strong> · {it.restaurant_ids ? it.restaurant_ids.map(nameOf).join(", ") : w.whole}</p>
              <p class="soft small">{it.reason} · {w.until(clock(it.until), minutesUntil(it.until, now.value))}{it.by && ` · ${it.by}`}</p>
            </div>
            <button type="button" class="button small danger" disabled={busy.value} onClick={() => void end(it)}>{w.end}</button>
          </li>
        ))}
      </ul>
      <section class="panel stack">
        <h2>{w.see}</h2>
        <div class="field">
          <label for="zone-of">{w.kitchen}</label>
          <select id="zone-of" class="input" value={String(seen)} onChange={(event) => filter({ kitchen: event.currentTarget.value === "0" ? null : event.currentTarget.value })}>
            <option value="0">{w.choose}</option>
            {all.map((it) => <option key={it.restaurant_id} value={String(it.restaurant_id)}>{it.name}</option>)}
          </select>
        </div>
        {shown && <ZoneMap key={shown.restaurant_id} kitchen={shown} version={list.data?.restrictions.length ?? 0} />}
      </section>
      {making.value && <RestrictSheet onClose={() => (making.value = false)} onMade={() => void list.reload()} />}
    </DeskPage>
  );
}
