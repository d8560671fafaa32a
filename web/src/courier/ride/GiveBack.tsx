import { useSignal } from "@preact/signals";
import { tellProblem } from "../../api/couriers";
import type { Failure } from "../../api/failure";
import { say } from "../../core/toasts";
import { Fault } from "../../look/parts";
import { explain } from "../explain";
import { refresh } from "../refresh";
import type { Stop } from "../road/stops";
import { gaveBack, rides, taken } from "../state";
import { c } from "../words";

/// Somebody else shall ride: said with what it means, and done by a tap of its own.
export function GiveBack({ stop: { ride }, onDone }: { stop: Stop; onDone: () => void }) {
  const w = c().problem;
  const id = ride.delivery_id;
  const fault = useSignal("");
  const busy = useSignal(false);
  const give = async () => {
    busy.value = true;
    fault.value = "";
    gaveBack.add(id);
    try {
      await tellProblem(id, "other", w.gaveBackWord, true);
      taken.value = taken.value.filter((it) => it.delivery_id !== id);
      rides.value = Object.fromEntries(Object.entries(rides.value).filter(([key]) => Number(key) !== id));
      say(w.gaveBack);
      onDone();
    } catch (raw) {
      gaveBack.delete(id);
      const failure = raw as Failure;
      fault.value = failure.status === 0 ? w.noSignal : explain(failure);
    } finally {
      busy.value = false;
      void refresh();
    }
  };
  return (
    <>
      <p>{w.giveBackText}</p>
      <div role="alert">{fault.value && <Fault id="back-fault">{fault.value}</Fault>}</div>
      <button type="button" class="button danger" disabled={busy.value} aria-busy={busy.value} onClick={() => void give()}>{w.giveBackDo}</button>
    </>
  );
}
