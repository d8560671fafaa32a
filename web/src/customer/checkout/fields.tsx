import { useSignal } from "@preact/signals";
import { user } from "../../api/session";
import { t } from "../../core/i18n";
import { Fault } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { door, doorNote } from "../door";
import { DoorSheet } from "../door/DoorSheet";
import { details, set } from "./details";

const IF_GONE = { drop: "drop", swap: "swap", cancel: "cancelAll" } as const;

export function Where({ fault }: { fault: string }) {
  const open = useSignal(false);
  const w = t();
  return (
    <section class="panel" id="door">
      <h2>{w.checkout.where}</h2>
      <div class="row">
        <Icon name="pin" /><span class="grow strong">{door.value?.text ?? w.door.choose}</span>
        <button type="button" class="button small" onClick={() => (open.value = true)}>{w.common.edit}</button>
      </div>
      {fault && <Fault id="door-fault">{fault}</Fault>}
      <div class="field spaced">
        <label for="door-note">{w.door.note} <span class="soft">({w.common.optional})</span></label>
        <input id="door-note" class="input" maxLength={200} placeholder={w.door.notePlaceholder} value={doorNote.value} onInput={(event) => (doorNote.value = event.currentTarget.value)} />
      </div>
      {open.value && <DoorSheet onClose={() => (open.value = false)} />}
    </section>
  );
}

export function Contact({ fault }: { fault: string }) {
  const w = t();
  return (
    <section class="panel" id="name">
      <div class="row between wrap"><h2>{w.checkout.who}</h2>{!user.value && <a class="plain" href="/sign-in?next=/checkout">{w.checkout.signInInstead}</a>}</div>
      <p class="soft small">{w.checkout.guest}</p>
      <div class="pair spaced">
        <div class="field">
          <label for="who">{w.checkout.name}</label>
          <input id="who" class="input" autocomplete="name" maxLength={100} required aria-invalid={fault ? "true" : undefined} aria-describedby={fault ? "name-fault" : undefined} value={details.value.name} onInput={(event) => set({ name: event.currentTarget.value })} />
          {fault && <Fault id="name-fault">{fault}</Fault>}
        </div>
        <div class="field">
          <label for="phone">{w.checkout.phone} <span class="soft">({w.common.optional})</span></label>
          <input id="phone" class="input" type="tel" autocomplete="tel" maxLength={30} aria-describedby="phone-help" value={details.value.phone} onInput={(event) => set({ phone: event.currentTarget.value })} />
          <p class="soft small" id="phone-help">{w.checkout.phoneHelp}</p>
        </div>
      </div>
    </section>
  );
}

export function Gone() {
  const w = t().checkout;
  return (
    <section class="panel">
      <h2 id="gone">{w.gone}</h2>
      <div class="chips wrap" role="radiogroup" aria-labelledby="gone">
        {(["drop", "swap", "cancel"] as const).map((it) => (
          <label class="chip" key={it}><input type="radio" name="gone" checked={details.value.gone === it} onChange={() => set({ gone: it })} />{w[IF_GONE[it]]}</label>
        ))}
      </div>
    </section>
  );
}

export function KitchenNote() {
  const w = t();
  return (
    <section class="panel field">
      <label for="note">{w.checkout.note} <span class="soft">({w.common.optional})</span></label>
      <textarea id="note" class="input" maxLength={280} rows={2} value={details.value.note} onInput={(event) => set({ note: event.currentTarget.value })} />
    </section>
  );
}
