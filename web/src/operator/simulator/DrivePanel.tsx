import { drive } from "../../api/watch";
import type { Drive, SimulatorState } from "../../api/wire-watch";
import { now, whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Icon } from "../../pictures/Icon";
import { Refusal, useAct } from "../parts";
import { Dial } from "./Dial";
import { d } from "../words";

interface Props { state: SimulatorState; onChanged: (state: SimulatorState) => void }

/// Every switch acts at once; what came of it stands above.
export function DrivePanel({ state, onChanged }: Props) {
  const w = d().drive;
  const { drive: it } = state;
  const { busy, failure, run } = useAct();
  const set = (changes: Partial<Drive>, said: string) => void run(async () => {
    onChanged(await drive(changes));
    say(said);
  });
  return (
    <section class="panel stack">
      <div class="row between wrap">
        <h2>{w.people}</h2>
        <span class={`tag ${it.running ? "good" : "late"}`}><Icon name={it.running ? "check" : "pause"} size={14} />{it.running ? w.running : w.paused}</span>
      </div>
      <dl class="counts">
        <div><dt>{w.ordered}</dt><dd class="display number">{state.ordered}</dd></div>
        <div><dt>{w.delivered}</dt><dd class="display number">{state.delivered}</dd></div>
        <div><dt>{w.ended}</dt><dd class="display number">{state.ended}</dd></div>
      </dl>
      <p class="soft small">{w.since(whenWords(state.since, now.value))}</p>
      <Refusal failure={failure.value} />
      <button type="button" class={it.running ? "button" : "button main"} disabled={busy.value} onClick={() => set({ running: !it.running }, it.running ? w.saidPause : w.saidGo)}>{it.running ? w.pause : w.go}</button>
      <Dial label={w.speed} help={w.speedHelp} value={it.speed} usual={[1, 5, 10, 30]} least={0.1} most={60} step={0.1} busy={busy.value} words={w.times} onSet={(speed) => set({ speed }, w.saidSpeed(w.times(speed)))} />
      <Dial label={w.orders} value={it.orders_per_hour} usual={[60, 300, 600, 1200]} least={0} most={10_000} step={1} busy={busy.value} onSet={(n) => set({ orders_per_hour: n }, w.saidOrders(n))} />
      <Dial label={w.couriers} value={it.couriers} usual={[5, 10, 20, 40]} least={0} most={500} step={1} busy={busy.value} onSet={(couriers) => set({ couriers }, w.saidCouriers(couriers))} />
      <div>
        <label class="choice"><input type="checkbox" role="switch" checked={it.rain} disabled={busy.value} onChange={() => set({ rain: !it.rain }, it.rain ? w.saidDry : w.saidRain)} /><span class="grow"><strong>{w.rain}</strong><span class="block soft small">{w.rainText}</span></span></label>
        <label class="choice"><input type="checkbox" role="switch" checked={it.slow_kitchens} disabled={busy.value} onChange={() => set({ slow_kitchens: !it.slow_kitchens }, it.slow_kitchens ? w.saidUsual : w.saidSlow)} /><span class="grow"><strong>{w.slow}</strong><span class="block soft small">{w.slowText}</span></span></label>
      </div>
    </section>
  );
}
