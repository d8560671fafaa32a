import { useSignal } from "@preact/signals";
import type { Fault } from "../../api/wire-watch";
import { say } from "../../core/toasts";
import { Bone, Empty, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { Refusal, useAct } from "../parts";
import { endFaults, faultCount, faultFailure, faults, misbehaves, reloadFaults, setFaults } from "../watch/faults";
import { serviceName } from "../watch/words";
import { FaultSheet } from "./FaultSheet";
import { ProviderSheet } from "./ProviderSheet";
import { d } from "../words";

/// What fails on purpose: each can be ended alone, or all at once.
export function FaultPanel() {
  const w = d().fault;
  const making = useSignal<"fault" | "provider" | null>(null);
  const { busy, failure, run } = useAct();
  const all = faults.value;
  const close = () => (making.value = null);
  const end = (gone: Fault) => run(async () => {
    await setFaults({ faults: (all?.faults ?? []).filter((it) => it !== gone), provider: all?.provider ?? null });
    say(w.ended);
  });
  const behave = () => run(async () => {
    await setFaults({ faults: all?.faults ?? [], provider: null });
    say(w.ended);
  });
  return (
    <section class="panel stack">
      <div class="row between wrap"><h2>{w.title}</h2>{faultCount.value > 0 && <button type="button" class="button small danger" disabled={busy.value} onClick={() => void run(async () => { await endFaults(); say(w.allEnded); })}>{w.endAll}</button>}</div>
      <Refusal failure={failure.value ?? faultFailure.value} again={() => void reloadFaults()} />
      {all === undefined && !faultFailure.value && <Waiting><Bone height={200} /></Waiting>}
      {all === null && <Empty title={w.off} text={w.offText} />}
      {all && (
        <>
          <p class="soft small measure">{w.lead}</p>
          {faultCount.value === 0 && <p>{w.none}</p>}
          <ul class="lines">
            {all.faults.map((it, i) => (
              <li key={i} class="row between wrap">
                <span class="grow"><strong>{serviceName(it.service)}</strong> <code>{it.route}</code><span class="block small">{w.hits(it.percent, effect(it))}</span></span>
                <button type="button" class="button small" disabled={busy.value} onClick={() => void end(it)}>{w.end}<span class="hidden"> {serviceName(it.service)} {it.route}</span></button>
              </li>
            ))}
            {misbehaves(all.provider) && all.provider && (
              <li class="row between wrap">
                <span class="grow"><strong>{w.provider}</strong><span class="block small">{w.providerIs(all.provider.decline_percent, all.provider.timeout_percent, all.provider.delay_ms)}</span></span>
                <button type="button" class="button small" disabled={busy.value} onClick={() => void behave()}>{w.end}<span class="hidden"> {w.provider}</span></button>
              </li>
            )}
          </ul>
          <div class="row wrap">
            <button type="button" class="button" onClick={() => (making.value = "fault")}><Icon name="bolt" size={18} />{w.make}</button>
            <button type="button" class="button" onClick={() => (making.value = "provider")}><Icon name="card" size={18} />{w.makeProvider}</button>
          </div>
        </>
      )}
      {making.value === "fault" && all && <FaultSheet all={all} onClose={close} />}
      {making.value === "provider" && all && <ProviderSheet all={all} onClose={close} />}
    </section>
  );
}

function effect(it: Fault): string {
  const w = d().fault;
  const parts = [
    ...(it.delay_ms > 0 ? [w.delays(it.delay_ms)] : []),
    ...(it.abort ? [w.aborts] : it.status !== null ? [w.answers(it.status)] : []),
  ];
  return parts.join(", ") || w.nothing;
}
