import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { signIn, signOut, user } from "../api/session";
import { explain } from "../core/explain";
import type { Failure } from "../api/failure";
import { t } from "../core/i18n";
import { Fault } from "../look/parts";
import { Logo } from "../pictures/scenes";
import { unlock } from "./board/bell";
import { worksHere } from "./place";
import { k } from "./words";

export function SignIn() {
  const w = k();
  const fault = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    document.title = `${w.sign.title} · goFOOD`;
  }, []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    busy.value = true;
    fault.value = "";
    void unlock();
    try {
      await signIn(String(form.get("email")).trim(), String(form.get("password")));
      if (!worksHere.value) fault.value = w.sign.notStaff;
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
    if (user.value && !worksHere.value) await signOut();
  };
  return (
    <div class="k-sign stack">
      <div class="row"><Logo /><span class="display k-word">goFOOD</span></div>
      <div><h1 tabIndex={-1}>{w.sign.title}</h1><p class="soft">{w.sign.text}</p></div>
      <form class="panel stack" onSubmit={(event) => void submit(event)}>
        <div class="field"><label for="email">{t().account.email}</label><input id="email" name="email" type="email" class="input" autocomplete="username" required maxLength={254} /></div>
        <div class="field"><label for="password">{t().account.password}</label><input id="password" name="password" type="password" class="input" autocomplete="current-password" required maxLength={200} /></div>
        <div role="alert">{fault.value && <Fault id="sign-fault">{fault.value}</Fault>}</div>
        <button class="button main wide" type="submit" disabled={busy.value}>{t().sign.do}</button>
      </form>
      <p class="soft small">{w.sign.forDemo}</p>
    </div>
  );
}
