import type { Pace } from "../api/kitchen";
import { untilWords } from "../core/time";
import { Note } from "../look/parts";
import { k } from "./words";

interface Props { mine: Partial<Pace>; theirs: Pace; onMine: () => void; onTheirs: () => void }

/// Two people have just set the same thing: both are shown, and one of them counts.
export function PaceClash({ mine, theirs, onMine, onTheirs }: Props) {
  const w = k();
  const names = Object.keys(mine) as (keyof Pace)[];
  const told = (pace: Partial<Pace>) => names.map((it) => say(it, pace)).join(", ");
  const say = (name: keyof Pace, { paused_until, extra_minutes = 0, slot_capacity = 0 }: Partial<Pace>): string => {
    if (name === "paused_until") return paused_until ? w.pace.paused(untilWords(paused_until)) : w.pace.notPaused;
    if (name === "extra_minutes") return extra_minutes === 0 ? w.pace.none : w.pace.busy(extra_minutes);
    return w.pace.perHalfHour(slot_capacity);
  };
  return (
    <Note tone="late" icon="info">
      <strong>{w.pace.clash}</strong>
      <div class="k-conflict" role="group" aria-label={w.pace.clash}>
        <button type="button" class="button small" onClick={onMine}>{w.menu.mine}: {told(mine)}</button>
        <button type="button" class="button small" onClick={onTheirs}>{w.menu.theirs}: {told(theirs)}</button>
      </div>
    </Note>
  );
}
