import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { filter, query } from "../../core/router";
import { Bone, Empty, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { Refusal, useTitle } from "../parts";
import { AssignSheet } from "./AssignSheet";
import { city, jobs, numbers, sweep, trouble } from "./city";
import { Couriers } from "./Couriers";
import { JobRow } from "./JobRow";
import { type Job, unassigned } from "./jobs";
import { LivePane } from "./LivePane";
import { Strip } from "./Strip";
import { o } from "../words";

const SHOWS = ["all", "late", "unassigned", "couriers"] as const;
const MOST_ROWS = 60;

/// What is dragged or chosen for another courier.
export interface Wish { job: Job; courier: number | null }

/// The city as it is: six numbers, the map, and beside it the same in words.
export function Live() {
  const w = o();
  const wish = useSignal<Wish | null>(null);
  const mapped = useSignal(matchMedia("(min-width: 1000px)").matches);
  const desk = useSignal(mapped.peek());
  useEffect(() => {
    const media = matchMedia("(min-width: 1000px)");
    const look = () => (desk.value = media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  const late = numbers.value?.late ?? 0;
  useTitle(late ? `(${late}) ${w.nav.live}` : w.nav.live);
  const show = SHOWS.find((it) => it === query.value.get("show")) ?? "all";
  const counts = {
    all: jobs.value.length,
    late: jobs.value.filter((it) => it.pace === "late" || it.stuck).length,
    unassigned: jobs.value.filter(unassigned).length,
    couriers: city.value?.couriers.filter((it) => it.online).length ?? 0,
  };
  const assign = (job: Job, courier: number | null = null) => (wish.value = { job, courier });
  return (
    <div class={mapped.value ? "live mapped" : "live"}>
      <h1 class="hidden" tabIndex={-1}>{w.nav.live}</h1>
      <Strip numbers={numbers.value} />
      {(desk.value || mapped.value) && <LivePane onDrop={(id, courier) => {
        const job = jobs.peek().find((it) => it.id === id);
        if (job) assign(job, courier);
      }} />}
      <section class="live-list" aria-label={w.live.list}>
        <div class="chips live-shows" role="group" aria-label={w.live.show}>
          {SHOWS.map((it) => (
            <button key={it} type="button" class="chip" aria-pressed={show === it} onClick={() => filter({ show: it === "all" ? null : it })}>
              {w.live[it]} <span class="number">{counts[it]}</span>
            </button>
          ))}
          {!desk.value && <button type="button" class="chip" aria-pressed={mapped.value} onClick={() => (mapped.value = !mapped.value)}><Icon name="map" size={18} />{w.live.map}</button>}
        </div>
        <Refusal failure={trouble.value} again={() => void sweep()} />
        {!city.value && !trouble.value && <Bones />}
        {city.value && (show === "couriers" ? <Couriers couriers={city.value.couriers} /> : <List show={show} onAssign={assign} />)}
      </section>
      {wish.value && <AssignSheet job={wish.value.job} courier={wish.value.courier} onClose={() => (wish.value = null)} />}
    </div>
  );
}

function List({ show, onAssign }: { show: string; onAssign: (job: Job) => void }) {
  const w = o().live;
  const shown = jobs.value.filter((it) =>
    show === "late" ? it.pace === "late" || it.stuck : show === "unassigned" ? unassigned(it) : true,
  );
  if (!shown.length) {
    const none = show === "late" ? [w.noLate, w.noLateText] : show === "unassigned" ? [w.noUnassigned, w.noUnassignedText] : [w.none, w.noneText];
    return <Empty title={none[0] ?? ""} text={none[1] ?? ""} />;
  }
  return (
    <>
      <ul class="jobs">{shown.slice(0, MOST_ROWS).map((it) => <JobRow key={it.id} job={it} onAssign={() => onAssign(it)} />)}</ul>
      {shown.length > MOST_ROWS && <p class="soft small more">{w.more(shown.length - MOST_ROWS)}</p>}
    </>
  );
}

const Bones = () => (
  <Waiting><div class="stack-s">{Array.from({ length: 7 }, (_, i) => <Bone key={i} height={76} />)}</div></Waiting>
);
