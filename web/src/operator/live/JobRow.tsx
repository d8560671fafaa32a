import { clock, now } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { assignable, type Job, unassigned } from "./jobs";
import { looked } from "./looked";
import { paceWords, stateWords } from "./words";
import { o } from "../words";

const TONE = { late: "late", tight: "", good: "good", unknown: "" } as const;
const SHAPE = { late: "warn", tight: "clock", good: "check", unknown: "clock" } as const;

/// One order: where it is, how late, and a hand where it needs one. It can be dragged onto a
/// courier on the map; the menu does the same.
export function JobRow({ job, onAssign }: { job: Job; onAssign: () => void }) {
  const w = o();
  const free = assignable(job);
  return (
    <li
      class={`job ${job.stuck ? "stuck" : ""}`}
      draggable={free}
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", String(job.id));
        looked.value = job.id;
      }}
      onMouseEnter={() => (looked.value = job.id)}
      onFocusCapture={() => (looked.value = job.id)}
    >
      <a class="job-link" href={`/operator/order-${job.id}`}>
        <span class="row between">
          <span class="cut"><strong class="number">{job.id}</strong> <span>{job.restaurant}</span></span>
          <span class={`tag ${job.stuck ? "bad" : TONE[job.pace]}`}><Icon name={job.stuck ? "warn" : SHAPE[job.pace]} size={14} />{job.stuck ? w.stuck : paceWords(job)}</span>
        </span>
        <span class="row between soft small">
          <span class="cut">{stateWords(job, now.value)}</span>
          {job.promised !== null && (
            <span class="number">{job.expected !== null && job.pace === "late" ? w.live.expected(clock(job.promised), clock(job.expected)) : w.live.promised(clock(job.promised))}</span>
          )}
        </span>
      </a>
      {unassigned(job) && <button type="button" class="button small" onClick={onAssign}>{w.assign.do}<span class="hidden"> {job.id}</span></button>}
    </li>
  );
}
