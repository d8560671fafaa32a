import { useSignal } from "@preact/signals";
import type { Delivery } from "../../api/wire";
import { Fault } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { prove } from "../road/outbox";
import { checking } from "../state";
import { c } from "../words";

export function PinProof({ ride, paid, onPhoto }: { ride: Delivery; paid: boolean; onPhoto: () => void }) {
  const w = c().door;
  const pin = useSignal("");
  const fault = useSignal("");
  const submit = (event: Event) => {
    event.preventDefault();
    fault.value = !paid ? w.needCash : pin.value.length < 4 ? w.pinShort : "";
    if (fault.value) return;
    const typed = pin.value;
    pin.value = "";
    void prove(ride, { pin: typed });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <div class="field pin-field">
        <label for="pin">{w.pin}</label>
        <input
          id="pin" class="input display number" inputMode="numeric" autocomplete="off" pattern="\d{4}" maxLength={4} placeholder="••••"
          aria-describedby="pin-help" aria-invalid={fault.value !== ""} value={pin.value}
          onInput={(event) => { pin.value = event.currentTarget.value.replace(/\D/g, ""); event.currentTarget.value = pin.value; fault.value = ""; }}
        />
        <p class="soft small" id="pin-help">{w.pinHelp}</p>
      </div>
      <div role="alert">{fault.value && <Fault id="pin-fault">{fault.value}</Fault>}</div>
      <div class="deed stack-s">
        <button type="submit" class="button main wide big" disabled={checking.value !== null} aria-busy={checking.value !== null}>{w.give}</button>
        <button type="button" class="button line wide" onClick={onPhoto}><Icon name="camera" size={20} />{w.photoInstead}</button>
      </div>
    </form>
  );
}
