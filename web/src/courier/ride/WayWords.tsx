import { t } from "../../core/i18n";
import { metresBetween } from "../../core/geo";
import { distance } from "../../core/time";
import { Icon } from "../../pictures/Icon";
import { lengthOf } from "../road/line";
import type { Stop } from "../road/stops";
import { type Turn, turnsOf, windOf } from "../road/turns";
import { ahead } from "../road/way";
import { here } from "../state";
import { c } from "../words";

const THERE_M = 35;
const SHOWN = 6;
const AT_ONCE_M = 15;

/// The way in words: what comes next, large, and the rest for who wants it.
export function WayWords({ stop }: { stop: Stop }) {
  const w = c().way;
  if (!here.value) return <p class="soft">{w.unknown}</p>;
  const way = ahead.value;
  const straight = metresBetween(here.value, stop.at);
  if (straight < THERE_M) return <p class="way-next good"><Icon name="check" />{w.here}</p>;
  if (!way) return <p class="way-next"><Icon name="here" />{w.about(distance(straight), w.wind[windOf(here.value, stop.at)])}</p>;
  const turns = turnsOf(way.line).slice(0, SHOWN);
  const minutes = t().common.minutes(Math.max(1, Math.round(way.seconds / 60)));
  const then = ({ side }: Turn, metres: number) => (metres < AT_ONCE_M ? w.atOnce[side] : w.then[side](distance(metres)));
  const first = turns[0];
  const last = turns.at(-1);
  return (
    <div class="stack-s">
      <p class="way-left"><span class="display">{w.left(distance(way.metres), minutes)}</span></p>
      <p class="way-next"><span class={`arrow ${first?.side ?? ""}`} aria-hidden="true">↑</span>{first ? w.turn[first.side](distance(first.metres)) : w.straight(distance(way.metres))}</p>
      {turns.length > 1 && (
        <details class="turns"><summary>{w.turns}</summary>
          <ol>{turns.slice(1).map((it, i) => <li key={i}>{then(it, it.metres - (turns[i]?.metres ?? 0))}</li>)}
            {last && <li>{w.straight(distance(Math.max(10, lengthOf(way.line) - last.metres)))}</li>}<li>{w.end}</li></ol></details>
      )}
    </div>
  );
}
