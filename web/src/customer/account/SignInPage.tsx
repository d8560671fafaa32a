import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { changeUser, signUp } from "../../api/people";
import { signIn, user } from "../../api/session";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { filter, go, query } from "../../core/router";
import { say } from "../../core/toasts";
import { Fault } from "../../look/parts";
import "../css/account.css";

/// Only pages of our own are gone to afterwards.
const nextPage = (): string => {
  const next = query.value.get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
};

/// Signs in, or makes an account; a guest's orders come along into theirs.
export function SignInPage() {
  const fresh = query.value.has("new");
  const fault = useSignal("");
  const busy = useSignal(false);
  const w = t();
  useEffect(() => {
    document.title = `${w.sign.title} · goFOOD`;
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const [name, email, password] = [text("name"), text("email"), String(form.get("password") ?? "")];
    busy.value = true;
    try {
      const guest = user.value?.roles.includes("guest") ? user.value : null;
      if (!fresh) await signIn(email, password);
      else if (guest) {
        await changeUser(guest, { name, email, password });
        await signIn(email, password);
      } else await signUp(name, email, password);
      say(w.sign.hello(user.value?.name ?? name));
      go(nextPage(), { replace: true });
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="page sign-page stack">
      <h1 tabIndex={-1}>{fresh ? w.sign.newTitle : w.sign.title}</h1>
      <form class="panel stack" onSubmit={(event) => void submit(event)}>
        {fresh && <div class="field"><label for="name">{w.account.name}</label><input id="name" name="name" class="input" autocomplete="name" required maxLength={100} /></div>}
        <div class="field"><label for="email">{w.account.email}</label><input id="email" name="email" type="email" class="input" autocomplete="email" required maxLength={254} /></div>
        <div class="field"><label for="password">{w.account.password}</label>
          <input id="password" name="password" type="password" class="input" autocomplete={fresh ? "new-password" : "current-password"} required minLength={fresh ? 8 : 1} maxLength={200} aria-describedby={fresh ? "password-help" : undefined} />
          {fresh && <p class="soft small" id="password-help">{w.sign.passwordHelp}</p>}</div>
        <div role="alert">{fault.value && <Fault id="sign-fault">{fault.value}</Fault>}</div>
        <button class="button main wide" type="submit" disabled={busy.value}>{fresh ? w.sign.make : w.sign.do}</button>
      </form>
      <button type="button" class="plain" onClick={() => filter({ new: fresh ? null : "1" })}>{fresh ? w.sign.toIn : w.sign.toNew}</button>
      {!fresh && <p class="soft small">{w.sign.forDemo}</p>}
    </div>
  );
}
