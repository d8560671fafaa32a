import { useSignal } from "@preact/signals";
import { Failure } from "../api/failure";
import { changePace, type Pace, readPace } from "../api/kitchen";
import type { Menu } from "../api/wire";
import { useResource } from "../core/resource";
import { now, whenWords } from "../core/time";
import { say } from "../core/toasts";
import { Bone, Note, Stepper, Trouble, Waiting } from "../look/parts";
import { Sheet } from "../look/Sheet";
import { Icon } from "../pictures/Icon";
import { k } from "./words";
import { morning } from "./zoned";

const PAUSES = [15, 30, 60];
const EXTRAS = [0, 5, 10, 15, 20, 30];

interface Props { menu: Menu; onSaved: () => void; onClose: () => void }

/// Each choice counts at once. If a colleague was quicker, theirs is shown and nothing is changed.
export function PaceSheet({ menu, onSaved, onClose }: Props) {
  const w = k().pace;
  const pace = useResource(`pace.${menu.restaurant_id}`, () => readPace(menu.restaurant_id));
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const meanwhile = useSignal(false);
  const it = pace.data?.value;
  const set = async (change: Partial<Pace>) => {
    if (!pace.data || busy.value) return;
    busy.value = true;
    failure.value = null;
    meanwhile.value = false;
    try {
      pace.put(await changePace(menu.restaurant_id, { ...pace.data.value, ...change }, pace.data.tag));
      say(w.saved);
      onSaved();
    } catch (raw) {
      const failed = raw as Failure;
      if (failed.status === 412) {
        meanwhile.value = true;
        await pace.reload();
      } else failure.value = failed;
    } finally {
      busy.value = false;
    }
  };
  const paused = it?.paused_until && Date.parse(it.paused_until) > now.value ? it.paused_until : null;
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  return (
    <Sheet title={w.title} onClose={onClose}>
      {!it && (pace.failure ? <Trouble failure={pace.failure} again={() => void pace.reload()} /> : <Waiting><div class="stack"><Bone height={120} /><Bone height={90} /><Bone height={70} /></div></Waiting>)}
      {it && (
        <div class="stack k-pacing" aria-busy={busy.value}>
          <div role="alert">{meanwhile.value && <Note tone="late" icon="info">{w.meanwhile}</Note>}{failure.value && <Trouble failure={failure.value} />}</div>
          <section class="stack-s" aria-labelledby="pace-pause">
            <h3 id="pace-pause">{w.pause}</h3>
            {paused && <Note tone="late" icon="clock"><strong>{w.paused(whenWords(paused))}</strong></Note>}
            <p class="soft small">{w.pauseHelp}</p>
            {paused ? <button type="button" class="button main wide" onClick={() => void set({ paused_until: null })}>{w.resume}</button> : (
              <div class="chips wrap">
                {PAUSES.map((minutes) => <button key={minutes} type="button" class="chip" onClick={() => void set({ paused_until: inMinutes(minutes) })}><Icon name="pause" size={16} />{w.pauseFor(minutes)}</button>)}
                <button type="button" class="chip" onClick={() => void set({ paused_until: morning(Date.now(), menu.time_zone).toISOString() })}><Icon name="pause" size={16} />{w.tomorrow}</button>
              </div>
            )}
          </section>
          <section class="stack-s">
            <h3 id="pace-extra">{w.extra}</h3>
            <p class="soft small">{w.extraHelp}</p>
            <div class="chips wrap" role="group" aria-labelledby="pace-extra">
              {(EXTRAS.includes(it.extra_minutes) ? EXTRAS : [...EXTRAS, it.extra_minutes]).map((minutes) => (
                <button key={minutes} type="button" class="chip" aria-pressed={it.extra_minutes === minutes} onClick={() => void set({ extra_minutes: minutes })}>{minutes === 0 ? w.none : w.busy(minutes)}</button>
              ))}
            </div>
          </section>
          <section class="row between wrap">
            <div><h3>{w.slots}</h3><p class="soft small">{w.slotsHelp}</p></div>
            <Stepper value={it.slot_capacity} least={0} label={w.slots} onChange={(slot_capacity) => void set({ slot_capacity })} />
          </section>
        </div>
      )}
    </Sheet>
  );
}
