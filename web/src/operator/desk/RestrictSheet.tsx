import { useSignal } from "@preact/signals";
import { restrict } from "../../api/operate";
import type { Card } from "../../api/wire";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Reason, Refusal, useAct } from "../parts";
import { o } from "../words";

const PERCENTS = [75, 50, 25, 0];
const MINUTES = [15, 30, 60, 120];
const MOST_FOUND = 8;

/// Shrinks or pauses, for a time: it ends by itself, so that nobody forgets it.
export function RestrictSheet({ kitchens, onClose, onMade }: { kitchens: Card[]; onClose: () => void; onMade: () => void }) {
  const w = o().zones;
  const percent = useSignal(50);
  const minutes = useSignal(30);
  const whole = useSignal(true);
  const chosen = useSignal<number[]>([]);
  const search = useSignal("");
  const reason = useSignal("");
  const { busy, failure, run } = useAct();
  const ready = reason.value.trim() && (whole.value || chosen.value.length > 0);
  const found = kitchens.filter((it) => chosen.value.includes(it.restaurant_id) || (search.value && it.name.toLowerCase().includes(search.value.toLowerCase()))).slice(0, MOST_FOUND + chosen.value.length);
  const toggle = (id: number) => (chosen.value = chosen.value.includes(id) ? chosen.value.filter((it) => it !== id) : [...chosen.value, id]);
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
          {PERCENTS.map((it) => <label class="chip" key={it}><input type="radio" name="percent" checked={percent.value === it} onChange={() => (percent.value = it)} />{it === 0 ? w.pause : o().number.percent(it)}</label>)}
        </div></fieldset>
        <fieldset class="field"><legend class="label">{w.howLong}</legend><div class="chips wrap">
          {MINUTES.map((it) => <label class="chip" key={it}><input type="radio" name="minutes" checked={minutes.value === it} onChange={() => (minutes.value = it)} />{t().common.minutes(it)}</label>)}
        </div></fieldset>
        <fieldset class="field"><legend class="label">{w.where}</legend><div class="chips wrap">
          <label class="chip"><input type="radio" name="whole" checked={whole.value} onChange={() => (whole.value = true)} />{w.whole}</label>
          <label class="chip"><input type="radio" name="whole" checked={!whole.value} onChange={() => (whole.value = false)} />{w.some}</label>
        </div></fieldset>
        {!whole.value && (
          <div class="field">
            <label for="find-kitchen">{w.find}</label>
            <input id="find-kitchen" class="input" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
            {found.map((it) => <label class="choice" key={it.restaurant_id}><input type="checkbox" checked={chosen.value.includes(it.restaurant_id)} onChange={() => toggle(it.restaurant_id)} />{it.name}</label>)}
          </div>
        )}
        <Reason value={reason.value} usual={Object.values(w.usual)} onChange={(it) => (reason.value = it)} />
      </div>
    </Sheet>
  );
}
