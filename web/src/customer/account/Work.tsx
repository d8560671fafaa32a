import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { applyFor, readApplications, takeBack, type Trade } from "../../api/liked";
import type { Applicant, User } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone, Fault, Trouble } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { Icon } from "../../pictures/Icon";
import { c } from "../words";

/// To ride for us, or to sell: asked here, answered by an operator.
export function Work({ user }: { user: User }) {
  const asked = useResource(`applications.${user.user_id}`, () => readApplications(user.user_id));
  const asking = useSignal<Trade | null>(null);
  const w = c().apply;
  const back = async (role: Trade) => {
    try {
      await takeBack(user.user_id, role);
      await asked.reload();
      say(w.taken);
    } catch (failure) {
      say(explain(failure as Failure));
    }
  };
  const role = asking.value;
  return (
    <section class="panel">
      <h2>{w.title}</h2>
      {asked.loading && <Bone height={120} />}
      {asked.failure && !asked.data && <Trouble failure={asked.failure} again={asked.reload} />}
      {asked.data && (["courier", "staff"] as const).map((it) => (
        <Offer key={it} role={it} user={user} asked={asked.data?.find((one) => one.role === it) ?? null} onAsk={() => (asking.value = it)} onBack={() => void back(it)} />
      ))}
      {role && <AskSheet role={role} user={user} before={asked.data?.find((one) => one.role === role)?.text ?? ""} onSent={() => void asked.reload()} onClose={() => (asking.value = null)} />}
    </section>
  );
}

function Offer({ role, user, asked, onAsk, onBack }: { role: Trade; user: User; asked: Applicant | null; onAsk: () => void; onBack: () => void }) {
  const w = c().apply;
  const has = user.roles.includes(role);
  const [mine, screen, path] = role === "courier" ? [w.isCourier, w.toCourier, "/courier"] : [w.isStaff, w.toKitchen, "/kitchen"];
  return (
    <div class="choice work">
      <Icon name={role === "courier" ? "bike" : "pot"} />
      <div class="grow">
        <strong>{w[role]}</strong>
        <p class="soft small">{has ? mine : asked ? w.waiting(whenWords(asked.at)) : w[`${role}Text`]}</p>
        {asked && !has && <p class="work-said">“{asked.text}”</p>}
        <p class="row wrap">
          {has && <a class="button small" href={path} data-leaves>{screen}</a>}
          {!has && !asked && <button type="button" class="button small" onClick={onAsk} aria-label={`${w.send}: ${w[role]}`}>{w.send}</button>}
          {!has && asked && <><button type="button" class="button small" onClick={onAsk} aria-label={`${w.edit}: ${w[role]}`}>{w.edit}</button><button type="button" class="plain" onClick={onBack} aria-label={`${w.back}: ${w[role]}`}>{w.back}</button></>}
        </p>
      </div>
    </div>
  );
}

interface Asking {
  role: Trade;
  user: User;
  before: string;
  onSent: () => void;
  onClose: () => void;
}

function AskSheet({ role, user, before, onSent, onClose }: Asking) {
  const text = useSignal(before);
  const fault = useSignal("");
  const busy = useSignal(false);
  const w = c().apply;
  const send = async () => {
    if (!text.value.trim()) {
      fault.value = w.empty;
      document.getElementById("work-text")?.focus();
      return;
    }
    busy.value = true;
    try {
      await applyFor(user.user_id, role, text.value.trim());
      onSent();
      say(w.sent);
      onClose();
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet title={w[role]} onClose={onClose} foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value} aria-busy={busy.value} onClick={() => void send()}>{w.send}</button></>}>
      <div class="field">
        <label for="work-text">{w[`${role}Ask`]}</label>
        <textarea id="work-text" class="input" rows={5} maxLength={500} aria-invalid={fault.value ? "true" : undefined} aria-describedby={fault.value ? "work-fault" : undefined} value={text.value} onInput={(event) => { text.value = event.currentTarget.value; fault.value = ""; }} />
        <div role="alert">{fault.value && <Fault id="work-fault">{fault.value}</Fault>}</div>
      </div>
    </Sheet>
  );
}
