import { useSignal } from "@preact/signals";
import type { Faults } from "../../api/wire-watch";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Refusal, TextField, useAct } from "../parts";
import { setFaults } from "../watch/faults";
import { providerOf } from "./faultDraft";
import { d } from "../words";

/// How the simulated payment provider misbehaves.
export function ProviderSheet({ all, onClose }: { all: Faults; onClose: () => void }) {
  const w = d().fault;
  const decline = useSignal(String(all.provider?.decline_percent ?? 20));
  const timeout = useSignal(String(all.provider?.timeout_percent ?? 0));
  const delay = useSignal(String(all.provider?.delay_ms ?? 0));
  const doubled = useSignal(String(all.provider?.webhooks_doubled_percent ?? 0));
  const shuffled = useSignal(String(all.provider?.webhooks_shuffled_ms ?? 0));
  const { busy, failure, run } = useAct();
  const provider = providerOf({
    decline: decline.value, timeout: timeout.value, delay: delay.value, doubled: doubled.value, shuffled: shuffled.value,
  });
  const confirm = () => run(async () => {
    await setFaults({ faults: all.faults, provider });
    say(w.made);
    onClose();
  });
  const number = (label: string, of: typeof decline, most: number, help?: string) => (
    <TextField label={label} {...(help ? { help } : {})} value={of.value} onInput={(it) => (of.value = it)} type="number" min="0" max={String(most)} inputMode="numeric" required />
  );
  return (
    <Sheet
      title={w.makeProvider} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button danger grow" disabled={busy.value || !provider} onClick={() => void confirm()}>{w.make}</button></>}
    >
      <div class="stack">
        <Refusal failure={failure.value} />
        {number(w.decline, decline, 100)}
        {number(w.timeout, timeout, 100, w.timeoutHelp)}
        {number(w.delay, delay, 60_000)}
        {number(w.doubled, doubled, 100)}
        {number(w.shuffled, shuffled, 60_000)}
      </div>
    </Sheet>
  );
}
