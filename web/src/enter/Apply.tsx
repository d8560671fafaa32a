import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { apply, application, lookAgain, takeBack, type Wanted } from "../api/applying";
import type { Failure } from "../api/failure";
import { signOut } from "../api/session";
import type { User } from "../api/wire";
import { explain } from "../core/explain";
import { t } from "../core/i18n";
import { useResource } from "../core/resource";
import { whenWords } from "../core/time";
import { say } from "../core/toasts";
import { Bone, Fault, Note, Trouble, Waiting } from "../look/parts";
import type { ApplyWords } from "./words";
import "./enter.css";

interface Props { words: ApplyWords; user: User; role: Wanted; picture: ComponentChildren; children?: ComponentChildren }

const MOST = 500;

/// For somebody who has an account but not this role: what that means, and how to get it.
export function Apply({ words: w, user, role, picture, children }: Props) {
  const there = useResource(`application.${user.user_id}.${role}`, () => application(user, role));
  const changing = useSignal(false);
  const text = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  const guest = user.roles.includes("guest");
  const sent = changing.value ? null : (there.data?.sent ?? null);
  useEffect(() => {
    document.title = `${w.send} · goFOOD`;
  }, [w]);
  const doing = async (act: () => Promise<void>) => {
    busy.value = true;
    fault.value = "";
    try {
      await act();
    } catch (raw) {
      const failure = raw as Failure;
      // somebody has said yes meanwhile
      if (failure.status === 409) await lookAgain(user).catch(() => undefined);
      fault.value = explain(failure);
    } finally {
      busy.value = false;
    }
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const said = text.value.trim();
    if (!said) return void (fault.value = w.empty);
    void doing(async () => {
      there.put({ sent: await apply(user, role, said) });
      changing.value = false;
    });
  };
  const look = () => void doing(async () => {
    const now = await lookAgain(user);
    if (!now.roles.includes(role)) say(w.notYet);
  });
  const back = () => void doing(async () => {
    await takeBack(user, role);
    text.value = "";
    await there.reload();
    say(w.takenBack);
  });
  return (
    <div class="enter stack">
      <div class="enter-picture">{picture}</div>
      <div class="stack-s"><h1 tabIndex={-1}>{sent ? w.sent : w.title(user.name)}</h1><p class="soft">{sent ? w.sentText(whenWords(sent.at)) : guest ? w.guest : w.text}</p></div>
      {there.loading && <Waiting><Bone height={200} /></Waiting>}
      {there.failure && !there.data && <Trouble failure={there.failure} again={() => void there.reload()} />}
      {sent && (
        <div class="panel stack">
          <div><p class="label soft">{w.yours}</p><p class="enter-said">{sent.text}</p></div>
          <button type="button" class="button main wide" disabled={busy.value} aria-busy={busy.value} onClick={look}>{w.lookAgain}</button>
          <div class="row wrap"><button type="button" class="button small" disabled={busy.value} onClick={() => { text.value = sent.text; changing.value = true; }}>{w.change}</button><button type="button" class="button small danger" disabled={busy.value} onClick={back}>{w.takeBack}</button></div>
        </div>
      )}
      {!sent && !guest && !there.loading && !(there.failure && !there.data) && (
        <form class="panel stack" onSubmit={send}>
          <div class="field"><label for="about">{w.label}</label><textarea id="about" class="input" rows={4} maxLength={MOST} placeholder={w.placeholder} value={text.value} onInput={(event) => { text.value = event.currentTarget.value; fault.value = ""; }} /></div>
          <button type="submit" class="button main wide" disabled={busy.value} aria-busy={busy.value}>{w.send}</button>
          {changing.value && <button type="button" class="button wide" onClick={() => (changing.value = false)}>{t().common.cancel}</button>}
        </form>
      )}
      <div role="alert">{fault.value && (sent ? <Note tone="bad" icon="warn">{fault.value}</Note> : <Fault id="apply-fault">{fault.value}</Fault>)}</div>
      <div class="row between wrap"><button type="button" class="plain" onClick={() => void signOut()}>{w.other}</button>{children}</div>
    </div>
  );
}
