import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { changeHours, type Hours, readHours } from "../../api/kitchen";
import type { Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { type Resource, useResource } from "../../core/resource";
import { say } from "../../core/toasts";
import { Bone, Fault, Trouble, Waiting } from "../../look/parts";
import { linkTo } from "../place";
import { k } from "../words";
import { DayRow } from "./DayRow";
import { HoursClash } from "./HoursClash";
import { type Differing, merge, withKey } from "./merge";
import { SpecialDays } from "./SpecialDays";
import { DAYS, spansOf, tidy, withDay, wrong } from "./spans";

/// The hours as they are edited, until they are saved as a whole.
export function HoursPage({ restaurant, menu }: { restaurant: number; menu: Resource<Menu> }) {
  const w = k().hours;
  const stored = useResource(`hours.${restaurant}`, () => readHours(restaurant));
  const draft = useSignal<{ hours: Hours; tag: string } | null>(null);
  const clash = useSignal<Differing[]>([]);
  const fault = useSignal("");
  const busy = useSignal(false);
  const base = stored.data;
  const mine = draft.value?.hours ?? (base && tidy(base.value));
  const change = (hours: Hours) => {
    fault.value = "";
    draft.value = { hours, tag: draft.value?.tag ?? base?.tag ?? "*" };
  };
  const unsaved = draft.value !== null && base !== null && JSON.stringify(tidy(draft.value.hours)) !== JSON.stringify(tidy(base.value));
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved && event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsaved]);
  if (!mine) return <div class="k-page narrow">{stored.failure ? <Trouble failure={stored.failure} again={() => void stored.reload()} /> : <Bones />}</div>;
  const save = async (merged = false) => {
    if (!draft.value || clash.value.length) return;
    const slip = wrong(draft.value.hours);
    if (slip) return void (fault.value = slip.kind === "twice" ? w.twice : w[slip.kind](t().days[slip.day]));
    busy.value = true;
    fault.value = "";
    try {
      stored.put(await changeHours(restaurant, tidy(draft.value.hours), draft.value.tag));
      draft.value = null;
      say(merged ? w.merged : w.saved);
      void menu.reload();
    } catch (raw) {
      const failure = raw as Failure;
      if (failure.status === 412) await meanwhile();
      else fault.value = explain(failure);
    } finally {
      busy.value = false;
    }
  };
  /// The version is the whole menu's: often the hours are the same, or other days were changed.
  const meanwhile = async () => {
    const fresh = await readHours(restaurant).catch((it: Failure) => void (fault.value = explain(it)));
    if (!fresh || !draft.value || !base) return;
    const touched = JSON.stringify(tidy(fresh.value)) !== JSON.stringify(tidy(base.value));
    const { hours, conflicts } = merge(base.value, draft.value.hours, fresh.value);
    stored.put(fresh);
    draft.value = { hours, tag: fresh.tag };
    clash.value = conflicts;
    if (!conflicts.length) await save(touched);
  };
  const settle = (one: Differing, asMine: boolean) => {
    if (!draft.value) return;
    draft.value = { ...draft.value, hours: withKey(draft.value.hours, one.key, asMine ? one.mine : one.theirs) };
    clash.value = clash.value.filter((it) => it !== one);
  };
  const drop = () => {
    draft.value = null;
    clash.value = [];
    fault.value = "";
  };
  return (
    <div class="k-page narrow stack">
      <div><h1 tabIndex={-1}>{w.title}</h1>{menu.data && <p class="soft">{w.zone(menu.data.time_zone.split("/").pop()?.replaceAll("_", " ") ?? "")}</p>}</div>
      <section class="panel">
        <h2>{w.weekly}</h2>
        {DAYS.map((day, i) => <DayRow key={day} name={t().days[day]} spans={spansOf(mine, day)} above={i > 0 ? { name: t().days[DAYS[i - 1] ?? "mon"], spans: spansOf(mine, DAYS[i - 1] ?? "mon") } : null} onChange={(spans) => change(withDay(mine, day, spans))} />)}
      </section>
      <SpecialDays days={mine.exceptions} onChange={(exceptions) => change({ ...mine, exceptions })} />
      <p class="soft small">{k().tills.linkText} <a href={linkTo("tills", restaurant)}>{k().tills.link}</a></p>
      <div role="alert">
        {clash.value.length > 0 && <HoursClash days={clash.value} onSettle={settle} />}
        {fault.value && <Fault id="hours-fault">{fault.value}</Fault>}
      </div>
      {unsaved && (
        <div class="k-save"><span class="soft grow" role="status">{w.unsaved}</span><button type="button" class="button" onClick={drop}>{w.undo}</button><button type="button" class="button main" disabled={busy.value || clash.value.length > 0} aria-busy={busy.value} onClick={() => void save()}>{w.save}</button></div>
      )}
    </div>
  );
}

const Bones = () => <Waiting><div class="stack"><Bone height={40} width="40%" />{[1, 2, 3, 4, 5, 6, 7].map((it) => <Bone key={it} height={64} />)}</div></Waiting>;
