import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { newSecret, removeWebhook, switchWebhook, testWebhook, type Webhook, type WebhookSecret } from "../../api/webhooks";
import { say } from "../../core/toasts";
import { Note, Trouble } from "../../look/parts";
import { k } from "../words";
import { Deliveries } from "./Deliveries";
import { stateOf } from "./fate";

interface Props { till: Webhook; onChanged: () => void; onSecret: (made: WebhookSecret) => void }

export function TillCard({ till, onChanged, onSecret }: Props) {
  const w = k().tills;
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const open = useSignal(false);
  const tests = useSignal(0);
  const sure = useSignal(false);
  const attempt = async (what: () => Promise<unknown>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    failure.value = null;
    try {
      await what();
      onChanged();
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  const test = async () => {
    await testWebhook(till);
    open.value = true;
    tests.value++;
    say(w.tested);
  };
  const remove = async () => {
    await removeWebhook(till);
    say(w.removed);
  };
  const { tone, word } = stateOf(till);
  return (
    <section class="panel stack-s" aria-busy={busy.value}>
      <h2 class="till-url">{till.url}</h2>
      <Note tone={tone} icon={tone === "good" ? "check" : "warn"}>{w.states[word]}</Note>
      {failure.value && <Trouble failure={failure.value} />}
      <div class="chips wrap">
        {till.enabled && <button type="button" class="chip" onClick={() => void attempt(test)}>{w.test}</button>}
        <button type="button" class="chip" onClick={() => void attempt(async () => onSecret(await newSecret(till)))}>{w.fresh}</button>
        <button type="button" class="chip" onClick={() => void attempt(() => switchWebhook(till, !till.enabled))}>{till.enabled ? w.off : w.on}</button>
        <button type="button" class="chip" aria-expanded={sure.value} onClick={() => (sure.value = !sure.value)}>{w.remove}</button>
        <button type="button" class="chip" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>{w.sent}</button>
      </div>
      {sure.value && <div class="row between wrap"><p role="status">{w.removeSure}</p><button type="button" class="button small danger" onClick={() => void attempt(remove)}>{w.remove}</button></div>}
      {open.value && <Deliveries key={tests.value} till={till} />}
    </section>
  );
}
