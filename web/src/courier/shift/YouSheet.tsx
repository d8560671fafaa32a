import { signOut, user } from "../../api/session";
import { t } from "../../core/i18n";
import { theme } from "../../core/theme";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { sound } from "../offer/bell";
import { me, stops, taken } from "../state";
import { HowForm } from "./HowForm";
import { Language } from "./Language";
import { leaveShift } from "./shift";

export function YouSheet({ onClose }: { onClose: () => void }) {
  const w = t();
  const leave = async () => {
    if (stops.value.length || taken.value.length) return say(w.courier.you.signOutRide);
    if (me.value?.online && !(await leaveShift())) return;
    me.value = null;
    onClose();
    await signOut();
  };
  return (
    <Sheet title={me.value?.name ?? user.value?.name ?? w.courier.you.title} onClose={onClose}>
      <div class="stack">
        <h3>{w.courier.you.vehicle}</h3>
        <HowForm onDone={onClose} />
        <label class="choice"><input type="checkbox" checked={sound.value} onChange={() => (sound.value = !sound.value)} /><span>{w.courier.you.sound}</span></label>
        <div role="radiogroup" aria-label={w.account.theme} class="chips wrap">
          {(["auto", "light", "dark"] as const).map((it) => <label class="chip" key={it}><input type="radio" name="theme" checked={theme.value === it} onChange={() => (theme.value = it)} />{w.account[it]}</label>)}
        </div>
        <div class="row between wrap"><Language /><button type="button" class="button small danger" onClick={() => void leave()}>{w.courier.you.signOut}</button></div>
      </div>
    </Sheet>
  );
}
