import { useSignal } from "@preact/signals";
import { restrict } from "../../api/operate";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Reason, Refusal, useAct } from "../parts";
import { KitchenPicker } from "./KitchenPicker";
import { d } from "../words";

const PERCENTS = [75, 50, 25, 0];
const MINUTES = [15, 30, 60, 120];

/// Shrinks or pauses, for a time: it ends by itself, so that nobody forgets it.
export function RestrictSheet({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const w = d().zones;
  const percent = useSignal(50);
  const minutes = useSignal(30);
  const whole = useSignal(true);
  const chosen = useSignal<number[]>([]);
  const reason = useSignal("");
  const { busy, failure, run } = useAct();
  const ready = reason.value.trim() && (whole.value || chosen.value.length > 0);
  const confirm = () => run(async () => {
    await restrict({
      percent: percent.value, minutes: minutes.value, reason: reason.value.trim(),
      ...(whole.value ? {} : { restaurant_ids: chosen.value }),
    });
    say(w.made);
    onMade();
    onClose();
  });
  return (
    <Sheet
      title={w.restrict} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button danger grow" disabled={busy.value || !ready} onClick={() => void confirm()}>{percent.value === 0 ? w.pause : w.shrink}</button></>}
    >
      <div class="stack">
        <Refusal failure={failure.value} />
        <fieldset class="field"><legend class="label">{w.reach}</legend><div class="chips wrap">
          {PERCENTS.map((it) => <label class="chip" key={it}><input type="radio" name="percent" checked={percent.value === it} onChange={() => (percent.value = it)} />{it === 0 ? w.pause : d().number.percent(it)}</label>)}
        </div></fieldset>
        <fieldset class="field"><legend class="label">{w.howLong}</legend><div class="chips wrap">
          {MINUTES.map((it) => <label class="chip" key={it}><input type="radio" name="minutes" checked={minutes.value === it} onChange={() => (minutes.value = it)} />{t().common.minutes(it)}</label>)}
        </div></fieldset>
        <fieldset class="field"><legend class="label">{w.where}</legend><div class="chips wrap">
          <label class="chip"><input type="radio" name="whole" checked={whole.value} onChange={() => (whole.value = true)} />{w.whole}</label>
          <label class="chip"><input type="radio" name="whole" checked={!whole.value} onChange={() => (whole.value = false)} />{w.some}</label>
        </div></fieldset>
        {!whole.value && (
          <KitchenPicker label={w.find} chosen={chosen.value} onChange={(ids) => (chosen.value = ids)} />
        )}
        <Reason value={reason.value} usual={Object.values(w.usual)} onChange={(it) => (reason.value = it)} />
      </div>
    </Sheet>
  );
}
