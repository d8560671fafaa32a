import { useSignal } from "@preact/signals";
import { register, type Vehicle } from "../../api/couriers";
import type { Failure } from "../../api/failure";
import { user } from "../../api/session";
import { say } from "../../core/toasts";
import { Fault, Stepper } from "../../look/parts";
import { explain } from "../explain";
import { refresh } from "../refresh";
import { me } from "../state";
import { c } from "../words";

const VEHICLES: Vehicle[] = ["bicycle", "scooter", "car", "foot"];
const MOST = 5;

/// How somebody rides; asked once, and changed when it changes.
export function HowForm({ heading = false, onDone }: { heading?: boolean; onDone?: () => void }) {
  const w = c().register;
  const name = useSignal(me.value?.name ?? user.value?.name ?? "");
  const vehicle = useSignal<Vehicle>(me.value?.vehicle ?? "bicycle");
  const capacity = useSignal(me.value?.capacity ?? 2);
  const fault = useSignal("");
  const busy = useSignal(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    try {
      me.value = await register({ name: name.value.trim(), vehicle: vehicle.value, capacity: capacity.value });
      say(w.saved);
      void refresh();
      onDone?.();
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      {heading && <div class="stack-s"><h1 tabIndex={-1}>{w.title}</h1><p class="soft">{w.text}</p></div>}
      <div role="radiogroup" aria-label={w.title} class="chips wrap">
        {VEHICLES.map((it) => <label class="chip" key={it}><input type="radio" name="vehicle" checked={vehicle.value === it} onChange={() => (vehicle.value = it)} />{w.vehicle[it]}</label>)}
      </div>
      <div class="field"><label for="how-name">{w.name}</label><input id="how-name" class="input" required maxLength={100} value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} /></div>
      <div class="row between"><span class="label">{w.bag}</span><Stepper value={capacity.value} label={w.bag} onChange={(n) => (capacity.value = Math.min(n, MOST))} /></div>
      <div role="alert">{fault.value && <Fault id="how-fault">{fault.value}</Fault>}</div>
      <button class="button main wide" type="submit" disabled={busy.value}>{w.do}</button>
    </form>
  );
}
