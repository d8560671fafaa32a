import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { filter, query } from "../../core/router";
import { Bone, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { later } from "../later";
import { Refusal, useTitle } from "../parts";
import { city, jobs, numbers, sweep, trouble } from "./city";
import { JobList } from "./JobList";
import { type Job, needsHand, unassigned } from "./jobs";
import { LivePane } from "./LivePane";
import { Strip } from "./Strip";
import { o } from "../words";
import "../css/live.css";

const AssignSheet = later(() => import("./AssignSheet").then((it) => it.AssignSheet));
const Couriers = later(() => import("./Couriers").then((it) => it.Couriers));

const SHOWS = ["all", "hand", "late", "unassigned", "couriers"] as const;
export type Show = (typeof SHOWS)[number];
const DESK = "(min-width: 1000px)";

/// What is dragged or chosen for another courier.
interface Wish { job: Job; courier: number | null }

const is: Record<Exclude<Show, "couriers">, (job: Job) => boolean> = {
  all: () => true, hand: needsHand, late: (it) => it.pace === "late", unassigned,
};

/// The city as it is: six numbers, the map, and beside it the same in words.
export function Live() {
  const w = o();
  const wish = useSignal<Wish | null>(null);
  const desk = useSignal(matchMedia(DESK).matches);
  const mapped = useSignal(false);
  useEffect(() => {
    const media = matchMedia(DESK);
    const look = () => (desk.value = media.matches);
    media.addEventListener("change", look);
    document.documentElement.classList.add("at-desk");
    return () => {
      media.removeEventListener("change", look);
      document.documentElement.classList.remove("at-desk");
    };
  }, []);
  const waits = (numbers.value?.hand ?? 0) + (numbers.value?.late ?? 0);
  useTitle(waits ? `(${waits}) ${w.nav.live}` : w.nav.live);
  const show = SHOWS.find((it) => it === query.value.get("show")) ?? "all";
  const shown = show === "couriers" ? [] : jobs.value.filter(is[show]);
  const count = (it: Show) =>
    it === "couriers" ? numbers.value?.online ?? 0 : jobs.value.filter(is[it]).length;
  const assign = (job: Job, courier: number | null = null) => (wish.value = { job, courier });
  const dropped = (id: number, courier: number) => {
    const job = jobs.peek().find((it) => it.id === id);
    if (job) assign(job, courier);
  };
  return (
    <div class={mapped.value ? "live mapped" : "live"}>
      <h1 class="hidden" tabIndex={-1}>{w.nav.live}</h1>
      <Strip numbers={numbers.value} />
      {(desk.value || mapped.value) && <LivePane onDrop={dropped} />}
      <section class="live-list" aria-label={w.live.list}>
        <div class="chips live-shows" role="group" aria-label={w.live.show}>
          {SHOWS.map((it) => (
            <button key={it} type="button" class="chip" aria-pressed={show === it} onClick={() => filter({ show: it === "all" ? null : it, courier: null })}>
              {w.live[it]} <span class="number">{count(it)}</span>
            </button>
          ))}
          {!desk.value && <button type="button" class="chip" aria-pressed={mapped.value} onClick={() => (mapped.value = !mapped.value)}><Icon name="map" size={18} />{w.live.map}</button>}
        </div>
        <Refusal failure={city.value && trouble.value?.code === "offline" ? null : trouble.value} again={() => void sweep()} />
        {!city.value && !trouble.value && <Bones />}
        {city.value && (show === "couriers"
          ? <Couriers couriers={city.value.couriers} />
          : <JobList show={show} jobs={shown} onAssign={assign} />)}
      </section>
      {wish.value && <AssignSheet job={wish.value.job} courier={wish.value.courier} onClose={() => (wish.value = null)} />}
    </div>
  );
}

const Bones = () => (
  <Waiting><div class="stack-s">{Array.from({ length: 7 }, (_, i) => <Bone key={i} height={68} />)}</div></Waiting>
);
