import { useSignal } from "@preact/signals";
import type { OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { clock, now, whenWords } from "../../core/time";
import { ended } from "../../customer/progress";
import { Note } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { AssignSheet } from "../live/AssignSheet";
import { assignable, type Job, unassigned } from "../live/jobs";
import { paceWords, stateWords } from "../live/words";
import { CancelSheet } from "./CancelSheet";
import { d } from "../words";

const TONE = { late: "late", tight: "", good: "good", unknown: "" } as const;

interface Props { order: OrderView; job: Job; onDone: (after: OrderView | null) => void }

/// Which order it is, how it stands, and what can be done.
export function Head({ order, job, onDone }: Props) {
  const w = d();
  const open = useSignal<"cancel" | "assign" | null>(null);
  const over = ended(order.status);
  const hand = job.stuck !== null || job.trouble !== null;
  const close = () => (open.value = null);
  return (
    <header class="stack-s">
      <a class="plain" href="/operator"><Icon name="back" size={18} />{w.nav.live}</a>
      <div class="row wrap between">
        <div class="grow">
          <h1 tabIndex={-1}>{t().order.title(order.order_id)} <span class="soft">{order.restaurant_name}</span></h1>
          <div role="status">{hand ? <Note tone="bad" icon="warn"><p class="strong">{stateWords(job, now.value)}</p></Note> : <p class="order-state">{over ? t().status[order.status] : stateWords(job, now.value)}</p>}</div>
        </div>
        <div class="row wrap">
          {assignable(job) && !over && <button type="button" class="button" onClick={() => (open.value = "assign")}>{unassigned(job) ? w.assign.do : w.assign.reassign}</button>}
          {!over && <button type="button" class="button danger" onClick={() => (open.value = "cancel")}>{w.cancel.do}</button>}
        </div>
      </div>
      <div class="row wrap facts small">
        {!over && job.pace !== "unknown" && <span class={`tag ${TONE[job.pace]}`}>{paceWords(job)}</span>}
        <span>{w.order.placed(whenWords(order.placed_at, now.value))}</span>
        {order.promised_at && <span>{w.order.promised(clock(order.promised_at))}</span>}
        {job.expected !== null && <span>{w.order.expected(clock(job.expected))}</span>}
        <span>{order.address.text}</span>
      </div>
      {open.value === "assign" && <AssignSheet job={job} courier={null} onDone={() => onDone(null)} onClose={close} />}
      {open.value === "cancel" && <CancelSheet order={order} onCancelled={onDone} onClose={close} />}
    </header>
  );
}
