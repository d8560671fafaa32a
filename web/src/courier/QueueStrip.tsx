import { lastHeard, online } from "../core/online";
import { clock } from "../core/time";
import { sending } from "./road/outbox";
import { taken } from "./state";
import { c } from "./words";

/// What waits for signal, so that nobody wonders whether it counts.
export function QueueStrip() {
  const w = c().queue;
  const waiting = taken.value.length;
  const text = waiting
    ? online.value && sending.value ? w.sending(waiting) : w.waiting(waiting)
    : online.value ? "" : w.offline(clock(lastHeard.value));
  return <div role="status">{text && <div class="strip">{text}</div>}</div>;
}
