import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../api/failure";
import { signIn, user } from "../api/session";
import { explain } from "../core/explain";
import { t } from "../core/i18n";
import { Fault, Note } from "../look/parts";
import { Logo } from "../pictures/scenes";
import { o } from "./words";

/// The operator's door. Somebody who is signed in as another person is told so.
export function SignIn() {
  const fault = useSignal("");
  const busy = useSignal(false);
  const w = t();
  useEffect(() => {
    document.title = `${o().title} · goFOOD`;
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    fault.value = "";
    try {
      await signIn(String(form.get("email")).trim(), String(form.get("password")));
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="page narrow stack">
      <Logo />
      <h1 tabIndex={-1}>{o().title}</h1>
      {user.value && <Note tone="late" icon="person">{o().sign.other(user.value.name)}</Note>}
      <form class="panel stack" onSubmit={(event) => void submit(event)}>
        <div class="field"><label for="email">{w.account.email}</label><input id="email" name="email" type="email" class="input" autocomplete="username" required maxLength={254} /></div>
        <div class="field"><label for="password">{w.account.password}</label><input id="password" name="password" type="password" class="input" autocomplete="current-password" required maxLength={200} /></div>
        <div role="alert">{fault.value && <Fault id="sign-fault">{fault.value}</Fault>}</div>
        <button class="button main wide" type="submit" disabled={busy.value}>{w.sign.do}</button>
      </form>
      <p class="soft small">{o().sign.forDemo}</p>
    </div>
  );
}
