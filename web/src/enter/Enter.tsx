import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Failure } from "../api/failure";
import { signUp } from "../api/people";
import { signIn } from "../api/session";
import { explain } from "../core/explain";
import { t } from "../core/i18n";
import { Fault } from "../look/parts";
import type { EnterWords } from "./words";
import "./enter.css";

interface Props {
  words: EnterWords;
  demo: string;
  picture: ComponentChildren;
  /// what can be had only by a tap, such as sound
  onTap?: () => void;
  children?: ComponentChildren;
}

const PASSWORD = "gofood-demo";

/// The door of a room: sign in, or make an account to apply with.
export function Enter({ words, demo, picture, onTap, children }: Props) {
  const w = t();
  const fresh = useSignal(false);
  const fault = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    document.title = `${words.title} · goFOOD`;
  }, [words]);
  const enter = async (email: string, password: string, name = "") => {
    busy.value = true;
    fault.value = "";
    onTap?.();
    try {
      await (fresh.value ? signUp(name, email, password) : signIn(email, password));
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "");
    void enter(text("email").trim(), text("password"), text("name").trim());
  };
  const turn = () => {
    fresh.value = !fresh.value;
    fault.value = "";
  };
  return (
    <div class="enter stack">
      <div class="enter-picture">{picture}</div>
      <div class="stack-s"><h1 tabIndex={-1}>{fresh.value ? w.sign.newTitle : words.title}</h1><p class="soft">{words.text}</p></div>
      <form class="panel stack" onSubmit={submit}>
        {fresh.value && <div class="field"><label for="name">{w.account.name}</label><input id="name" name="name" class="input" autocomplete="name" required maxLength={100} /></div>}
        <div class="field"><label for="email">{w.account.email}</label><input id="email" name="email" type="email" class="input" autocomplete="username" required maxLength={254} /></div>
        <div class="field"><label for="password">{w.account.password}</label>
          <input id="password" name="password" type="password" class="input" autocomplete={fresh.value ? "new-password" : "current-password"} required minLength={fresh.value ? 8 : 1} maxLength={200} aria-describedby={fresh.value ? "password-help" : undefined} />
          {fresh.value && <p class="soft small" id="password-help">{w.sign.passwordHelp}</p>}</div>
        <div role="alert">{fault.value && <Fault id="sign-fault">{fault.value}</Fault>}</div>
        <button class="button main wide" type="submit" disabled={busy.value} aria-busy={busy.value}>{fresh.value ? w.sign.make : w.sign.do}</button>
        {!fresh.value && <button class="button line wide" type="button" disabled={busy.value} onClick={() => void enter(demo, PASSWORD)}>{words.demo}</button>}
      </form>
      <div class="row between wrap"><button type="button" class="plain" onClick={turn}>{fresh.value ? w.sign.toIn : w.sign.toNew}</button>{children}</div>
    </div>
  );
}
