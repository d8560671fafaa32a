import { Note } from "../../look/parts";
import { isDemo } from "../state";
import { by, look, rideAlong, sight } from "../whereabouts";
import { c } from "../words";

/// Why we don't know where the courier is, and what helps.
export function WhereTrouble({ after }: { after: () => void }) {
  const w = c().where;
  const it = sight.value;
  if (it !== "denied" && it !== "unavailable") return null;
  return (
    <div role="alert">
      <Note tone="bad" icon="here">
        <p class="strong">{w[it]}</p>
        <p>{it === "denied" ? w.deniedHelp : w.unavailableHelp}</p>
        <div class="row wrap buttons">
          <button type="button" class="button small" onClick={() => void look().then((found) => found && after())}>{w.try}</button>
          {isDemo.value && <button type="button" class="button small" onClick={() => { rideAlong(true); after(); }}>{w.along}</button>}
        </div>
      </Note>
    </div>
  );
}

/// In the demo, where nobody sits on a bicycle.
export function AlongSwitch() {
  const w = c().where;
  if (!isDemo.value) return null;
  const on = by.value === "along";
  return (
    <label class="choice along">
      <input type="checkbox" role="switch" checked={on} onChange={() => { rideAlong(!on); void look(); }} />
      <span><span class="strong">{w.along}</span><br /><span class="soft small">{w.alongHelp}</span></span>
    </label>
  );
}
