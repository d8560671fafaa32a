import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { removeAddress, saveAddress, savedAddresses } from "../../api/people";
import type { Address, User } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Bone, Trouble } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DoorChoice } from "../door/DoorChoice";

export function Addresses({ user }: { user: User }) {
  const list = useResource(`addresses.${user.user_id}`, () => savedAddresses(user.user_id));
  const adding = useSignal(false);
  const w = t().account;
  const act = async (work: Promise<unknown>) => {
    try {
      await work;
      await list.reload();
    } catch (failure) {
      say(explain(failure as Failure));
    }
  };
  return (
    <section class="panel">
      <h2>{w.addresses}</h2>
      {list.loading && <Bone height={52} />}
      {list.failure && !list.data && <Trouble failure={list.failure} again={list.reload} />}
      {list.data?.length === 0 && <p class="soft">{w.noAddresses}</p>}
      <ul>
        {list.data?.map((it) => (
          <li class="choice" key={it.address_id}><Icon name="home" /><span class="grow"><strong>{it.label}</strong><br /><span class="soft">{it.address.text}</span></span>
            <button type="button" class="round" aria-label={`${t().common.remove}: ${it.label}`} onClick={() => void act(removeAddress(user.user_id, it.address_id))}><Icon name="close" size={20} /></button></li>
        ))}
      </ul>
      <button type="button" class="button small spaced" onClick={() => (adding.value = true)}><Icon name="plus" size={18} />{w.addAddress}</button>
      {adding.value && <Adding onClose={() => (adding.value = false)} onSave={(label, address) => { adding.value = false; void act(saveAddress(user.user_id, label, address)); }} />}
    </section>
  );
}

function Adding({ onClose, onSave }: { onClose: () => void; onSave: (label: string, address: Address) => void }) {
  const picked = useSignal<Address | null>(null);
  const label = useSignal("");
  const w = t();
  const it = picked.value;
  return (
    <Sheet title={w.account.addAddress} onClose={onClose}
      foot={it ? <button type="button" class="button main wide" disabled={!label.value.trim()} onClick={() => onSave(label.value.trim(), it)}>{w.common.save}</button> : undefined}>
      {it ? (
        <div class="stack"><p class="row strong"><Icon name="pin" />{it.text}</p>
          <div class="field"><label for="label">{w.account.addressLabel}</label><input id="label" class="input" maxLength={50} placeholder={w.account.addressLabelPlaceholder} value={label.value} onInput={(event) => (label.value = event.currentTarget.value)} /></div></div>
      ) : <div class="door-sheet"><DoorChoice focus onPick={(address) => (picked.value = address)} /></div>}
    </Sheet>
  );
}
