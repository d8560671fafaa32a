import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { user } from "../api/session";
import { path } from "../core/router";
import { countUnread, unread } from "../inbox/unread";
import { lazySheet } from "../look/lazySheet";
import { Icon } from "../pictures/Icon";
import { Logo } from "../pictures/scenes";
import { me, underWay } from "./state";
import { c } from "./words";

const YouSheet = lazySheet(() => import("./shift/YouSheet").then((it) => it.YouSheet));
const Inbox = lazySheet(() => import("../inbox/Inbox").then((it) => it.Inbox));

export function TopBar() {
  const open = useSignal<"you" | "inbox" | null>(null);
  const w = c();
  const signedIn = user.value?.roles.includes("courier");
  useEffect(() => (signedIn ? countUnread() : undefined), [signedIn]);
  const onShift = me.value?.online ?? false;
  const at = (where: string) => (path.value === where ? "page" : undefined);
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/courier" aria-label="goFOOD"><Logo /></a>
        {signedIn && me.value && (
          <span class={`tag ${onShift ? "good" : ""}`}><span class={`dot ${onShift ? "on" : ""}`} />{onShift ? w.shift.online : w.shift.offline}</span>
        )}
        {signedIn && (
          <nav aria-label={w.nav.main} class="top-nav">
            <a class="top-link" href="/courier" aria-current={at("/courier")}><Icon name="bike" /><span>{w.nav.ride}</span>{underWay.value > 0 && <span class="badge">{underWay.value}</span>}</a>
            <a class="top-link" href="/courier/earnings" aria-current={at("/courier/earnings")}><Icon name="wallet" /><span>{w.nav.earnings}</span></a>
            <button type="button" class="top-link" onClick={() => (open.value = "you")}><Icon name="person" /><span>{w.nav.you}</span>{unread.value > 0 && <span class="unread" aria-hidden="true">{unread.value > 99 ? "99+" : unread.value}</span>}{unread.value > 0 && <span class="hidden">{w.inbox.open(unread.value)}</span>}</button>
          </nav>
        )}
      </div>
      {open.value === "you" && <YouSheet onInbox={() => (open.value = "inbox")} onClose={() => (open.value = null)} />}
      {open.value === "inbox" && <Inbox words={w.inbox} onClose={() => (open.value = null)} />}
    </header>
  );
}
