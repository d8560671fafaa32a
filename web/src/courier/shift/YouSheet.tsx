import { signOut, user } from "../../api/session";
import { t } from "../../core/i18n";
import { theme } from "../../core/theme";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { sound } from "../offer/bell";
import { me, stops, taken } from "../state";
import { unread } from "../../inbox/unread";
import { Icon } from "../../pictures/Icon";
import { OwnStars } from "../money/OwnStars";
import { HowForm } from "./HowForm";
import { Language } from "../../look/Language";
import { leaveShift } from "./shift";
import { c } from "../words";

export function YouSheet({ onInbox, onClose }: { onInbox: () => void; onClose: () => void }) {
  const w = t();
  const leave = async () => {
    if (stops.value.length || taken.value.length) return say(c().you.signOutRide);
    if (me.value?.online && !(await leaveShift())) return;
    me.value = null;
    onClose();
    await signOut();
  };
  return (
    <Sheet title={me.value?.name ?? user.value?.name ?? c().you.title} onClose={onClose}>
      <div class="stack">
        <OwnStars />
        <button type="button" class="button wide" onClick={onInbox}><Icon name="mail" size={20} />{c().inbox.open(unread.value)}</button>
        <h3>{c().you.vehicle}</h3>
        <HowForm onDone={onClose} />
        <label class="choice"><input type="checkbox" checked={sound.value} onChange={() => (sound.value = !sound.value)} /><span>{c().you.sound}</span></label>
        <div role="radiogroup" aria-label={w.account.theme} class="chips wrap">
          {(["auto", "light", "dark"] as const).map((it) => <label class="chip" key={it}><input type="radio" name="theme" checked={theme.value === it} onChange={() => (theme.value = it)} />{w.account[it]}</label>)}
        </div>
        <div class="row between wrap"><Language /><button type="button" class="button small danger" onClick={() => void leave()}>{c().you.signOut}</button></div>
      </div>
    </Sheet>
  );
}
