import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../api/failure";
import { signIn, signOut, user } from "../api/session";
import { t } from "../core/i18n";
import { Fault } from "../look/parts";
import { Scooter } from "../pictures/scenes";
import { explain } from "./explain";
import { Language } from "./shift/Language";

const DEMO = { email: "courier@gofood.test", password: "gofood-demo" };

export function SignIn() {
  const w = t();
  const fault = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    document.title = `${w.courier.title} · goFOOD`;
  }, [w]);
  const enter = async (email: string, password: string) => {
    busy.value = true;
    fault.value = "";
    try {
      await signIn(email, password);
      if (user.value?.roles.includes("courier")) return;
      await signOut();
      fault.value = w.courier.sign.notCourier;
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    void enter(String(form.get("email") ?? "").trim(), String(form.get("password") ?? ""));
  };
  return (
    <div class="page sign stack">
      <div class="scene"><Scooter /></div>
      <div class="stack-s"><h1 tabIndex={-1}>{w.courier.sign.title}</h1><p class="soft">{w.courier.sign.text}</p></div>
      <form class="stack" onSubmit={submit}>
        <div class="field"><label for="email">{w.account.email}</label><input id="email" name="email" type="email" class="input" autocomplete="username" required maxLength={254} /></div>
        <div class="field"><label for="password">{w.account.password}</label><input id="password" name="password" type="password" class="input" autocomplete="current-password" required maxLength={200} /></div>
        <div role="alert">{fault.value && <Fault id="sign-fault">{fault.value}</Fault>}</div>
        <button class="button main wide" type="submit" disabled={busy.value}>{w.sign.do}</button>
        <button class="button line wide" type="button" disabled={busy.value} onClick={() => void enter(DEMO.email, DEMO.password)}>{w.courier.sign.demo}</button>
      </form>
      <Language />
    </div>
  );
}
