import { useSignal, useSignalEffect } from "@preact/signals";
import { reassign } from "../../api/operate";
import { t } from "../../core/i18n";
import { distance } from "../../core/time";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Rated, Reason, Refusal, useAct } from "../parts";
import { city, courierOf, put, sweep } from "./city";
import { courierState } from "./words";
import { type Job, unassigned } from "./jobs";
import { choices } from "./nearest";
import { o } from "../words";

interface Props { job: Job; courier: number | null; onClose: () => void; onDone?: () => void }

/// Gives a ride to a courier of one's choice, or to the best whom dispatch finds.
export function AssignSheet({ job, courier, onClose, onDone }: Props) {
  const w = o().assign;
  const fresh = unassigned(job);
  const chosen = useSignal<number | null>(courier);
  const reason = useSignal(fresh ? w.usual.waiting : job.trouble ? w.usual.trouble : job.pace === "late" ? w.usual.late : "");
  const { busy, failure, run } = useAct();
  const ride = job.ride;
  // whoever was free a moment ago may not be any more: look again when it is refused
  useSignalEffect(() => {
    if (failure.value) void sweep();
  });
  const confirm = () => run(async () => {
    if (!ride) return;
    const after = await reassign(ride.delivery_id, chosen.value, reason.value.trim());
    put({ ride: after });
    say(after.courier_name ? w.done(after.courier_name, job.id) : w.looking(job.id));
    onDone?.();
    onClose();
    void sweep();
  });
  if (!ride) return null;
  return (
    <Sheet
      title={fresh ? w.title(job.id) : w.again(job.id)} onClose={onClose} broad
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value || !reason.value.trim()} onClick={() => void confirm()}>{chosen.value === null ? w.best : w.give(courierOf(chosen.value)?.name ?? "")}</button></>}
    >
      <div class="stack">
        <p class="soft">{job.restaurant} · {ride.pickup.text} → {ride.dropoff.text}</p>
        <Refusal failure={failure.value} />
        <Reason value={reason.value} usual={Object.values(w.usual)} onChange={(it) => (reason.value = it)} />
        <fieldset>
          <legend class="label">{w.who}</legend>
          <label class="choice"><input type="radio" name="courier" checked={chosen.value === null} onChange={() => (chosen.value = null)} /><span class="grow"><strong>{w.best}</strong><span class="block soft small">{w.bestText}</span></span></label>
          {choices(city.value?.couriers ?? [], ride).map(({ courier: it, metres, full }) => (
            <label class="choice" key={it.courier_id}>
              <input type="radio" name="courier" disabled={full} checked={chosen.value === it.courier_id} onChange={() => (chosen.value = it.courier_id)} />
              <span class="grow"><strong>{it.name}</strong> <Rated stars={it.rating} /><span class="block soft small">{full ? w.full : courierState(it)}</span></span>
              {metres !== null && <span class="soft number">{distance(metres)}</span>}
            </label>
          ))}
        </fieldset>
      </div>
    </Sheet>
  );
}
