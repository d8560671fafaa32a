import { serverNow } from "../../core/server-clock";
import { useEffect } from "preact/hooks";

const WHOLE_S = 45;
const ROUND = 2 * Math.PI * 26;

/// The seconds that are left, as a number and as a ring.
export function Countdown({ until, label, onOver }: { until: string; label: string; onOver: () => void }) {
  const left = Math.min(WHOLE_S, Math.max(0, Math.ceil((Date.parse(until) - serverNow.value) / 1000)));
  const over = left === 0;
  useEffect(() => {
    if (over) onOver();
  }, [over]);
  return (
    <div class={`ring ${left <= 10 ? "short" : ""}`} role="timer" aria-label={`${label}: ${left}`}>
      <svg viewBox="0 0 60 60" aria-hidden="true"><circle cx="30" cy="30" r="26" /><circle class="left" cx="30" cy="30" r="26" stroke-dasharray={`${(ROUND * left) / WHOLE_S} ${ROUND}`} /></svg>
      <span class="display number" aria-hidden="true">{left}</span>
    </div>
  );
}
