import { online } from "../../core/online";
import { now } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { declined, here, me, missedInARow, why } from "../state";
import { sight } from "../whereabouts";
import { c } from "../words";

const FRESH_MS = 90_000;

const Line = ({ good, text }: { good: boolean; text: string }) => (
  <li class={`row ${good ? "" : "bad"}`}><Icon name={good ? "check" : "warn"} size={20} /><span>{text}</span></li>
);

function ago(ms: number): string {
  const w = c().why;
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 10 ? w.now : seconds < 90 ? w.seconds(Math.floor(seconds / 10) * 10) : w.minutes(Math.round(seconds / 60));
}

/// What an offer needs, and which of it is missing.
export function WhyNone({ nearby }: { nearby: number | null }) {
  const w = c().why;
  const age = here.value ? now.value - here.value.at : Infinity;
  const seen = sight.value === "fine" && age < FRESH_MS;
  const [bag, capacity] = [me.value?.delivery_ids.length ?? 0, me.value?.capacity ?? 0];
  const free = Math.max(0, capacity - bag);
  return (
    <section class="panel why">
      <h2>{w.title}</h2>
      {online.value && why.value && <p class="strong why-said" role="status">{w.reason[why.value]}</p>}
      <ul class="stack-s">
        <Line good={online.value} text={online.value ? w.connected : w.disconnected} />
        <Line good={seen} text={seen ? w.seen(ago(age)) : w.unseen} />
        <Line good={free > 0} text={free > 0 ? w.room(free, capacity) : w.full} />
        {missedInARow.value > 0 && <Line good={false} text={w.missed(missedInARow.value)} />}
        {nearby !== null && <Line good={nearby > 0} text={nearby > 0 ? w.kitchens(nearby) : w.noKitchens} />}
      </ul>
      {declined.value > 0 && <p class="soft small">{w.declined(declined.value)}</p>}
    </section>
  );
}
