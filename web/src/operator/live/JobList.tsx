import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Empty } from "../../look/parts";
import { JobRow } from "./JobRow";
import { type Job, steady } from "./jobs";
import type { Show } from "./Live";
import { o } from "../words";

const MOST_ROWS = 60;

interface Props { show: Exclude<Show, "couriers">; jobs: Job[]; onAssign: (job: Job) => void }

/// The orders under way, what needs a hand and the latest first. While somebody points at the list
/// or goes through it by keyboard, nothing changes its place.
export function JobList({ show, jobs, onAssign }: Props) {
  const w = o().live;
  const held = useSignal(false);
  const order = useRef<number[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const sorted = held.value ? steady(jobs, order.current) : jobs;
  order.current = sorted.map((it) => it.id);
  if (!jobs.length) return <Empty title={w.empty[show].title} text={w.empty[show].text} />;
  const within = () => list.current?.matches(":hover, :focus-within") ?? false;
  const look = () => setTimeout(() => (held.value = within()), 0);
  return (
    <>
      <ul class="jobs" ref={list} onMouseEnter={() => (held.value = true)} onMouseLeave={look} onFocusIn={() => (held.value = true)} onFocusOut={look}>
        {sorted.slice(0, MOST_ROWS).map((it) => <JobRow key={it.id} job={it} onAssign={() => onAssign(it)} />)}
      </ul>
      {sorted.length > MOST_ROWS && <p class="soft small more">{w.more(sorted.length - MOST_ROWS)}</p>}
    </>
  );
}
