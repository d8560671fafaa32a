import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Delivery } from "../../api/wire";
import { t } from "../../core/i18n";
import { Fault } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { prove } from "../road/outbox";
import { checking } from "../state";
import { shrink } from "../road/photo";
import { keepPhoto } from "../road/photos";
import { c } from "../words";

/// A picture of where the food was left; it waits on the device until there is signal.
export function PhotoProof({ ride, paid, onPin }: { ride: Delivery; paid: boolean; onPin: (() => void) | null }) {
  const w = c().door;
  const shown = useSignal<string | null>(null);
  const note = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  useEffect(() => () => {
    if (shown.peek()) URL.revokeObjectURL(shown.peek() as string);
  }, []);
  const pick = async (file: File | undefined) => {
    if (!file) return;
    busy.value = true;
    fault.value = "";
    try {
      const small = await shrink(file);
      await keepPhoto(ride.delivery_id, small);
      if (shown.value) URL.revokeObjectURL(shown.value);
      shown.value = URL.createObjectURL(small);
    } catch {
      fault.value = w.photoBad;
    } finally {
      busy.value = false;
    }
  };
  const leave = () => {
    fault.value = paid ? "" : c().door.needCash;
    if (fault.value) return;
    const written = note.value.trim();
    void prove(ride, { photo: true, ...(written ? { note: written } : {}) });
  };
  return (
    <div class="stack">
      {shown.value && <img class="proof" src={shown.value} alt={w.photoAlt} />}
      <label class={`camera ${shown.value ? "small" : ""}`}>
        <Icon name="camera" size={shown.value ? 20 : 36} /><span class="strong">{busy.value ? w.shrinking : shown.value ? w.again : w.photo}</span>
        {!shown.value && <span class="soft small">{w.photoHelp}</span>}
        <input type="file" accept="image/*" capture="environment" disabled={busy.value} onChange={(event) => void pick(event.currentTarget.files?.[0])} />
      </label>
      <div class="field"><label for="left-note">{w.note} <span class="soft">({t().common.optional})</span></label>
        <input id="left-note" class="input" maxLength={500} placeholder={w.notePlaceholder} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} /></div>
      <div role="alert">{fault.value && <Fault id="photo-fault">{fault.value}</Fault>}</div>
      <div class="deed stack-s">
        <button type="button" class="button main wide big" disabled={!shown.value || busy.value || checking.value !== null} aria-busy={checking.value !== null} onClick={leave}>{w.leave}</button>
        {onPin && <button type="button" class="button line wide" onClick={onPin}>{w.pinAfterAll}</button>}
      </div>
    </div>
  );
}
