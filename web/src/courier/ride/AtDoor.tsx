import type { Signal } from "@preact/signals";
import type { Delivery } from "../../api/wire";
import { money } from "../../core/money";
import { Note } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { cashed, locked } from "../state";
import { PhotoProof } from "./PhotoProof";
import { PinProof } from "./PinProof";
import { c } from "../words";

/// The handover: cash first where some is due, then the PIN, or a photo when nobody is there.
export function AtDoor({ ride, photo }: { ride: Delivery; photo: Signal<boolean> }) {
  const w = c();
  const id = ride.delivery_id;
  const isLocked = locked.value.includes(id);
  const has = cashed.value.includes(id);
  const paid = ride.cash_due === null || has;
  const toggle = () => (cashed.value = has ? cashed.value.filter((it) => it !== id) : [...cashed.value, id]);
  return (
    <>
      {ride.cash_due !== null && (
        <div class="cash"><Icon name="cash" size={32} /><div class="grow"><p class="display">{w.ride.cash(money(ride.cash_due, ride.currency))}</p><p>{w.ride.cashHelp}</p>
          <label class="choice"><input type="checkbox" checked={has} onChange={toggle} /><span class="strong">{w.door.gotCash(money(ride.cash_due, ride.currency))}</span></label></div></div>
      )}
      {isLocked && <Note tone="bad" icon="warn"><strong>{w.door.locked}</strong><p>{w.door.lockedText}</p></Note>}
      {photo.value || isLocked ? <PhotoProof ride={ride} paid={paid} onPin={isLocked ? null : () => (photo.value = false)} /> : <PinProof ride={ride} paid={paid} onPhoto={() => (photo.value = true)} />}
    </>
  );
}
