import { useSignal } from "@preact/signals";
import { changePace, type Pace, readPace, type Tagged } from "../../api/kitchen";
import type { Failure } from "../../api/failure";
import { explain } from "../../core/explain";
import type { Resource } from "../../core/resource";
import { untilWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Note } from "../../look/parts";
import { pausedUntil } from "../usePace";
import { k } from "../words";

/// Why no orders come: said where they would be, under those that are there.
export function Paused({ restaurant, pace, onResumed }: { restaurant: number; pace: Resource<Tagged<Pace>>; onResumed: () => void }) {
  const w = k().pace;
  const busy = useSignal(false);
  const until = pausedUntil(pace.data?.value);
  if (!until) return null;
  const resume = async () => {
    busy.value = true;
    try {
      // whatever else was changed meanwhile stays
      const { value, tag } = await readPace(restaurant);
      pace.put(await changePace(restaurant, { ...value, paused_until: null }, tag));
      say(w.resumed);
      onResumed();
    } catch (failure) {
      say(explain(failure as Failure));
      void pace.reload();
    } finally {
      busy.value = false;
    }
  };
  return (
    <Note tone="late" icon="pause">
      <strong>{w.paused(untilWords(until))}</strong>
      <p class="small">{w.pauseHelp}</p>
      <p><button type="button" class="button small" disabled={busy.value} aria-busy={busy.value} onClick={() => void resume()}>{w.resume}</button></p>
    </Note>
  );
}
