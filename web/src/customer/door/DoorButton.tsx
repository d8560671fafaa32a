import { useSignal } from "@preact/signals";
import { t } from "../../core/i18n";
import { Icon } from "../../pictures/Icon";
import { door } from "../door";
import { DoorSheet } from "./DoorSheet";

/// Where it goes, and the way to change that: in the header of a desk, on top of the list on a
/// phone, where a header is too narrow for an address.
export function DoorButton({ broad = false }: { broad?: boolean }) {
  const choosing = useSignal(false);
  const at = door.value;
  if (!at) return null;
  return (
    <>
      <button type="button" class={broad ? "door-button broad" : "door-button"} onClick={() => (choosing.value = true)}>
        <Icon name="pin" size={22} />
        <span class="grow"><span class="hidden">{t().door.deliverTo} </span><span class="cut">{at.text}</span></span>
        <Icon name="down" size={16} />
      </button>
      {choosing.value && <DoorSheet onClose={() => (choosing.value = false)} />}
    </>
  );
}
