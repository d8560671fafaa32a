import { useSignal } from "@preact/signals";
import { user } from "../api/session";
import { t } from "../core/i18n";
import { path } from "../core/router";
import { Icon } from "../pictures/Icon";
import { Logo } from "../pictures/scenes";
import { YouSheet } from "./shift/YouSheet";
import { me, stops } from "./state";

export function TopBar() {
  const open = useSignal(false);
  const w = t().courier;
  const signedIn = user.value?.roles.includes("courier");
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
            <a class="top-link" href="/courier" aria-current={at("/courier")}><Icon name="bike" /><span>{w.nav.ride}</span>{stops.value.length > 0 && <span class="badge">{stops.value.length}</span>}</a>
            <a class="top-link" href="/courier/earnings" aria-current={at("/courier/earnings")}><Icon name="wallet" /><span>{w.nav.earnings}</span></a>
            <button type="button" class="top-link" onClick={() => (open.value = true)}><Icon name="person" /><span>{w.nav.you}</span></button>
          </nav>
        )}
      </div>
      {open.value && <YouSheet onClose={() => (open.value = false)} />}
    </header>
  );
}
