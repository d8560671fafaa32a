import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { readDeliveries, replay, type Webhook, type WebhookDelivery } from "../../api/webhooks";
import { useResource } from "../../core/resource";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone, Trouble, Waiting } from "../../look/parts";
import { k } from "../words";
import { fateOf } from "./fate";

/// What a till was sent, newest first.
export function Deliveries({ till }: { till: Webhook }) {
  const w = k().tills;
  const first = useResource(`till.${till.webhook_id}`, () => readDeliveries(till));
  const added = useSignal<{ list: WebhookDelivery[]; cursor: string | null } | null>(null);
  const failure = useSignal<Failure | null>(null);
  const cursor = added.value ? added.value.cursor : (first.data?.next_cursor ?? null);
  const all = [...(first.data?.deliveries ?? []), ...(added.value?.list ?? [])];
  const attempt = (what: Promise<unknown>) => {
    failure.value = null;
    return what.catch((it: Failure) => void (failure.value = it));
  };
  const further = () => attempt(readDeliveries(till, cursor).then((page) => (added.value = { list: [...(added.value?.list ?? []), ...page.deliveries], cursor: page.next_cursor })));
  const look = () => {
    added.value = null;
    return first.reload();
  };
  const again = (it: WebhookDelivery) => attempt(replay(till, it.message_id).then(() => say(w.replayed)).then(look));
  return (
    <div class="stack-s">
      <div class="row between wrap"><h3>{w.sent}</h3><button type="button" class="button small" onClick={() => void look()}>{w.look}</button></div>
      {first.loading && <Waiting><Bone height={56} /></Waiting>}
      {first.failure && <Trouble failure={first.failure} again={() => void look()} />}
      {failure.value && <Trouble failure={failure.value} />}
      {first.data && all.length === 0 && <p class="soft">{w.none}</p>}
      <ul class="stack-s">
        {all.map((it) => (
          <li key={it.message_id} class="row between wrap">
            <span class="grow"><code>{it.type}</code>{it.order_id ? ` · ${w.order(it.order_id)}` : ""}<br /><span class="soft small">{whenWords(it.created_at)} · {w.fates[fateOf(it).word]}{it.last_status ? ` (${it.last_status})` : ""}{it.attempts > 1 ? ` · ${w.attempts(it.attempts)}` : ""}</span></span>
            {till.enabled && it.status !== "waiting" && <button type="button" class="button small" aria-label={w.replayLabel(it.type, it.order_id ?? 0)} onClick={() => void again(it)}>{w.replay}</button>}
          </li>
        ))}
      </ul>
      {cursor && <p><button type="button" class="button small" onClick={() => void further()}>{w.more}</button></p>}
    </div>
  );
}
