import { clock, now } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { assignable, type Job, needsHand, unassigned } from "./jobs";
import { looked } from "./looked";
import { paceWords, stateWords } from "./words";
import { o } from "../words";

/// One order: where it is, how late, and a hand where it needs one. It can be dragged onto a
/// courier on the map; its button does the same.
export function JobRow({ job, onAssign }: { job: Job; onAssign: () => void }) {
  const w = o();
  const hand = needsHand(job);
  const late = job.pace === "late";
  const calm = !hand && !late && job.pace !== "tight";
  const { promised, expected } = job;
  return (
    <li
      class={hand ? "job stuck" : "job"}
      draggable={assignable(job)}
      onDragStart={(event) => {
        if (!event.dataTransfer) return;
        event.dataTransfer.setData("text/plain", String(job.id));
        event.dataTransfer.effectAllowed = "move";
        looked.value = job.id;
        document.documentElement.classList.add("dragging");
      }}
      onDragEnd={() => document.documentElement.classList.remove("dragging")}
      onMouseEnter={() => (looked.value = job.id)}
      onFocusCapture={() => (looked.value = job.id)}
    >
      <a class="job-link" href={`/operator/order-${job.id}`}>
        <span class="row between">
          <span class="cut"><strong class="number">{job.id}</strong> <span>{job.restaurant}</span></span>
          <span class="row job-tags small">
            {hand && <span class="tag bad"><Icon name="warn" size={14} />{w.hand}</span>}
            {late && <span class="tag late"><Icon name="warn" size={14} />{paceWords(job)}</span>}
            {!hand && job.pace === "tight" && <span class="tag"><Icon name="clock" size={14} />{paceWords(job)}</span>}
            {calm && promised !== null && (
              <span class={`number row job-time ${job.pace === "good" ? "good" : "soft"}`}>{job.pace === "good" && <Icon name="check" size={14} />}<span class="hidden">{paceWords(job)}</span>{w.live.promised(clock(promised))}</span>
            )}
          </span>
        </span>
        <span class="row between soft small">
          <span>{stateWords(job, now.value)}</span>
          {!calm && promised !== null && <span class="number">{expected === null || !late ? w.live.promised(clock(promised)) : w.live.expected(clock(promised), clock(expected))}</span>}
        </span>
      </a>
      {assignable(job) && <Assign job={job} onAssign={onAssign} />}
    </li>
  );
}

/// In words where nobody has it yet; a sign where somebody has.
function Assign({ job, onAssign }: { job: Job; onAssign: () => void }) {
  const w = o().assign;
  if (unassigned(job)) return <button type="button" class="button small" onClick={onAssign}>{w.do}<span class="hidden"> {job.id}</span></button>;
  return <button type="button" class="round" aria-label={w.again(job.id)} title={w.reassign} onClick={onAssign}><Icon name="again" size={20} /></button>;
}
