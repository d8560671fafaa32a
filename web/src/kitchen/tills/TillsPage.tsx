import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { addWebhook, readWebhooks, type WebhookSecret } from "../../api/webhooks";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { Bone, Fault, Trouble, Waiting } from "../../look/parts";
import { linkTo } from "../place";
import { k } from "../words";
import { SecretSheet } from "./SecretSheet";
import { TillCard } from "./TillCard";

/// The restaurant's own systems, which are told of its orders.
export function TillsPage({ restaurant }: { restaurant: number }) {
  const w = k().tills;
  const tills = useResource(`tills.${restaurant}`, () => readWebhooks(restaurant));
  const url = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  const shown = useSignal<WebhookSecret | null>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    fault.value = "";
    try {
      shown.value = await addWebhook(restaurant, url.value.trim());
      url.value = "";
      void tills.reload();
    } catch (raw) {
      const failure = raw as Failure;
      fault.value = failure.code === "invalid_field" ? w.badAddress : failure.code === "enough_webhooks" ? w.enough : explain(failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="k-page narrow stack">
      <div><h1 tabIndex={-1}>{w.title}</h1><p class="soft">{w.text}</p><p><a href={linkTo("hours", restaurant)}>{t().common.back}</a></p></div>
      {tills.loading && <Waiting><div class="stack"><Bone height={140} /><Bone height={140} /></div></Waiting>}
      {tills.failure && <Trouble failure={tills.failure} again={() => void tills.reload()} />}
      {tills.data?.map((it) => <TillCard key={it.webhook_id} till={it} onChanged={() => void tills.reload()} onSecret={(made) => (shown.value = made)} />)}
      <form class="panel stack-s" onSubmit={(event) => void add(event)}>
        <h2>{w.add}</h2>
        <div class="field"><label for="till-url">{w.address}</label><input id="till-url" class="input" type="url" inputMode="url" required maxLength={500} placeholder="https://" value={url.value} aria-describedby={fault.value ? "till-fault" : undefined} onInput={(event) => (url.value = event.currentTarget.value)} /></div>
        <div role="alert">{fault.value && <Fault id="till-fault">{fault.value}</Fault>}</div>
        <div><button class="button main" disabled={busy.value} aria-busy={busy.value}>{w.save}</button></div>
      </form>
      {shown.value && <SecretSheet made={shown.value} onClose={() => (shown.value = null)} />}
    </div>
  );
}
