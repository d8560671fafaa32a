import { setShift } from "../../api/operate";
import type { Courier } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { clock } from "../../core/time";
import { say } from "../../core/toasts";
import { Icon } from "../../pictures/Icon";
import { Refusal, Rated, useAct } from "../parts";
import { jobs, put } from "./city";
import { courierState } from "./words";
import { o } from "../words";

/// One courier; opened: what they bring, and their shift.
export function CourierRow({ courier: it, open, onOpen }: { courier: Courier; open: boolean; onOpen: () => void }) {
  const w = o().couriers;
  const { failure, busy, run } = useAct();
  const id = `courier-${it.courier_id}`;
  const rides = jobs.value.filter((job) => job.ride && it.delivery_ids.includes(job.ride.delivery_id));
  const full = it.delivery_ids.length >= it.capacity;
  const turn = () => run(async () => {
    put({ courier: await setShift(it.courier_id, !it.online) });
    say(it.online ? w.ended(it.name) : w.begun(it.name));
  });
  return (
    <li class="job" id={id}>
      <button type="button" class="job-link" aria-expanded={open} aria-controls={`${id}-more`} onClick={onOpen}>
        <span class="row between"><strong class="cut">{it.name}</strong><span class={`tag ${it.online && !it.delivery_ids.length ? "good" : ""}`}>{courierState(it)}{full && it.online && ` · ${w.full}`}</span></span>
        <span class="row between soft small"><span>{w.vehicle[it.vehicle]} · {it.seen_at ? w.seen(clock(it.seen_at)) : w.never}</span><Rated stars={it.rating} /></span>
      </button>
      <div id={`${id}-more`} class="job-more" hidden={!open}>
        {open && (
          <>
            <Refusal failure={failure.value} />
            <div class="row wrap">
              {rides.map((job) => <a class="button small" key={job.id} href={`/operator/order-${job.id}`}>{t().order.title(job.id)}</a>)}
              <a class="button small" href={`/operator/people?person=${it.courier_id}`}><Icon name="person" size={18} />{w.person}</a>
              <button type="button" class="button small line" disabled={busy.value} onClick={() => void turn()}>{it.online ? w.end : w.begin}</button>
            </div>
          </>
        )}
      </div>
    </li>
  );
}
