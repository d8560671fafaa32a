import { useSignal } from "@preact/signals";
import type { Failure } from "../api/failure";
import { changePace, type Pace, readPace, type Tagged } from "../api/kitchen";
import type { Menu } from "../api/wire";
import type { Resource } from "../core/resource";
import { serverTime } from "../core/server-clock";
import { untilWords } from "../core/time";
import { say } from "../core/toasts";
import { Bone, Note, Stepper, Trouble, Waiting } from "../look/parts";
import { Sheet } from "../look/Sheet";
import { Icon } from "../pictures/Icon";
import { PaceClash } from "./PaceClash";
import { pausedUntil } from "./usePace";
import { k } from "./words";
import { morning } from "./zoned";

const PAUSES = [15, 30, 60];
const EXTRAS = [0, 5, 10, 15, 20, 30];

interface Props { menu: Menu; pace: Resource<Tagged<Pace>>; onSaved: () => void; onClose: () => void }

/// Each choice counts at once. If a colleague has just chosen otherwise, one is asked whose counts.
export function PaceSheet({ menu, pace, onSaved, onClose }: Props) {
  const w = k().pace;
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const clash = useSignal<{ mine: Partial<Pace>; theirs: Pace } | null>(null);
  const it = pace.data?.value;
  const set = async (change: Partial<Pace>, base = pace.data, tries = 0): Promise<void> => {
    if (!base || (busy.value && tries === 0)) return;
    busy.value = true;
    failure.value = null;
    clash.value = null;
    try {
      pace.put(await changePace(menu.restaurant_id, { ...base.value, ...change }, base.tag));
      say(w.saved);
      onSaved();
    } catch (raw) {
      const failed = raw as Failure;
      if (failed.status === 412 && tries < 3) return await meanwhile(change, base.value, tries);
      failure.value = failed;
    } finally {
      busy.value = false;
    }
  };
  /// Something of the restaurant was changed meanwhile. Only if it was the same is anybody asked.
  const meanwhile = async (change: Partial<Pace>, before: Pace, tries: number): Promise<void> => {
    const fresh = await readPace(menu.restaurant_id).catch((it: Failure) => void (failure.value = it));
    if (!fresh) return;
    pace.put(fresh);
    const touched = (Object.keys(change) as (keyof Pace)[]).some((name) => fresh.value[name] !== before[name]);
    if (touched) clash.value = { mine: change, theirs: fresh.value };
    else await set(change, fresh, tries + 1);
  };
  const paused = pausedUntil(it);
  const inMinutes = (minutes: number) => new Date(serverTime() + minutes * 60_000).toISOString();
  return (
    <Sheet title={w.title} onClose={onClose}>
      {!it && (pace.failure ? <Trouble failure={pace.failure} again={() => void pace.reload()} /> : <Waiting><div class="stack"><Bone height={120} /><Bone height={90} /><Bone height={70} /></div></Waiting>)}
      {it && (
        <div class="stack k-pacing" aria-busy={busy.value}>
          <div role="alert">{clash.value && <PaceClash {...clash.value} onMine={() => clash.value && void set(clash.value.mine)} onTheirs={() => (clash.value = null)} />}{failure.value && <Trouble failure={failure.value} />}</div>
          <section class="stack-s" aria-labelledby="pace-pause">
            <h3 id="pace-pause">{w.pause}</h3>
            {paused && <Note tone="late" icon="clock"><strong>{w.paused(untilWords(paused))}</strong></Note>}
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
            <div class="grow"><h3>{w.slots}</h3><p class="soft small">{w.slotsHelp}</p></div>
            <Stepper value={it.slot_capacity} least={0} label={w.slots} onChange={(slot_capacity) => void set({ slot_capacity })} />
          </section>
        </div>
      )}
    </Sheet>
  );
}
