import { useSignal } from "@preact/signals";
import { setShift } from "../../api/operate";
import type { Courier } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { clock } from "../../core/time";
import { say } from "../../core/toasts";
import { Empty } from "../../look/parts";
import { Refusal, useAct } from "../parts";
import { jobs, sweep } from "./city";
import { o } from "../words";

export const courierState = (it: Courier): string => {
  const w = o().couriers;
  if (!it.online) return w.offline;
  return it.delivery_ids.length ? w.rides(it.delivery_ids.length) : w.free;
};

/// Everybody who rides, those online first.
export function Couriers({ couriers }: { couriers: Courier[] }) {
  const w = o().couriers;
  const { failure, busy, run } = useAct();
  const open = useSignal<number | null>(null);
  if (!couriers.length) return <Empty title={w.none} text={w.noneText} />;
  const sorted = couriers.toSorted((a, b) => Number(b.online) - Number(a.online) || b.delivery_ids.length - a.delivery_ids.length || a.name.localeCompare(b.name));
  const end = (it: Courier) => run(async () => {
    await setShift(it.courier_id, !it.online);
    say(it.online ? w.ended(it.name) : w.begun(it.name));
    await sweep();
  });
  return (
    <>
      <Refusal failure={failure.value} />
      <ul class="jobs">
        {sorted.map((it) => (
          <li key={it.courier_id} class="job">
            <button type="button" class="job-link" aria-expanded={open.value === it.courier_id} onClick={() => (open.value = open.value === it.courier_id ? null : it.courier_id)}>
              <span class="row between"><strong class="cut">{it.name}</strong><span class={`tag ${it.online && !it.delivery_ids.length ? "good" : ""}`}>{courierState(it)}</span></span>
              <span class="soft small">{w.vehicle[it.vehicle]} · {it.seen_at ? w.seen(clock(it.seen_at)) : w.never}</span>
            </button>
            {open.value === it.courier_id && (
              <div class="row wrap job-more">
                {jobs.value.filter((job) => job.ride && it.delivery_ids.includes(job.ride.delivery_id)).map((job) => (
                  <a class="button small" key={job.id} href={`/operator/order-${job.id}`}>{t().order.title(job.id)}</a>
                ))}
                <button type="button" class="button small line" disabled={busy.value} onClick={() => void end(it)}>{it.online ? w.end : w.begin}</button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
