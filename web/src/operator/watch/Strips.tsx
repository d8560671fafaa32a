import { minutesUntil, now } from "../../core/time";
import { say } from "../../core/toasts";
import { Icon } from "../../pictures/Icon";
import { explained, useAct } from "../parts";
import { firing } from "./alerts";
import { endFaults, faultCount } from "./faults";
import { alertWords } from "./words";
import { o } from "../words";

/// What is wrong, and what was made wrong on purpose: above every page, until it is over.
export const Strips = () => (
  <div class="strips">
    <div role="alert">{firing.value.length > 0 && <AlertStrip />}</div>
    <div role="status">{faultCount.value > 0 && <FaultStrip />}</div>
  </div>
);

function AlertStrip() {
  const w = o().alerts;
  const [first, ...rest] = firing.value;
  if (!first) return null;
  return (
    <a class={`watch-strip ${first.severity}`} href="/operator/alerts">
      <Icon name="warn" size={20} />
      <span class="grow"><strong>{w.severity[first.severity]}</strong> {alertWords(first)}<span class="aside"> · {w.since(Math.max(1, minutesUntil(now.value, first.since)))}</span></span>
      {rest.length > 0 && <span class="strong number">{w.more(rest.length)}</span>}
      <Icon name="next" size={18} />
    </a>
  );
}

function FaultStrip() {
  const w = o().faults;
  const { busy, failure, run } = useAct();
  const end = () => run(async () => {
    await endFaults();
    say(w.ended);
  });
  return (
    <div class="watch-strip faulty">
      <Icon name="bolt" size={20} />
      <a class="grow" href="/operator/simulator"><strong>{w.on(faultCount.value)}</strong>{failure.value ? ` ${explained(failure.value)}` : <span class="aside"> {w.purpose}</span>}</a>
      <button type="button" class="button small" disabled={busy.value} onClick={() => void end()}>{w.end}</button>
    </div>
  );
}
