import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { changeUser, readUser } from "../../api/people";
import { updateUser } from "../../api/session";
import type { User } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Fault } from "../../look/parts";

export function Profile({ user }: { user: User }) {
  const fault = useSignal("");
  const w = t().account;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const phone = text("phone");
    try {
      await changeUser(user, { name: text("name"), email: text("email"), ...(phone ? { phone } : {}) });
      fault.value = "";
      say(w.saved);
    } catch (raw) {
      const failure = raw as Failure;
      fault.value = explain(failure);
      // the next try then stands on what is there now
      if (failure.status === 412) updateUser(await readUser(user.user_id));
    }
  };
  return (
    <form class="panel stack" onSubmit={(event) => void save(event)} key={user.version}>
      <h2>{w.profile}</h2>
      <div class="field"><label for="name">{w.name}</label><input id="name" name="name" class="input" autocomplete="name" required maxLength={100} defaultValue={user.name} /></div>
      <div class="pair">
        <div class="field"><label for="email">{w.email}</label><input id="email" name="email" type="email" class="input" autocomplete="email" required defaultValue={user.email ?? ""} /></div>
        <div class="field"><label for="phone">{w.phone}</label><input id="phone" name="phone" type="tel" class="input" autocomplete="tel" maxLength={30} defaultValue={user.phone ?? ""} /></div>
      </div>
      <div role="alert">{fault.value && <Fault id="profile-fault">{fault.value}</Fault>}</div>
      <div><button class="button" type="submit">{t().common.save}</button></div>
    </form>
  );
}
