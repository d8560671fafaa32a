import { useSignal } from "@preact/signals";
import { cancelFor } from "../../api/operate";
import type { OrderView } from "../../api/wire";
import type { Liable } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { LiableField, Reason, Refusal, useAct } from "../parts";
import { d } from "../words";

interface Props { order: OrderView; onCancelled: (after: OrderView) => void; onClose: () => void }

/// Ends an order for somebody, with whose fault it is: that decides who pays.
export function CancelSheet({ order, onCancelled, onClose }: Props) {
  const w = d().cancel;
  const reason = useSignal("");
  const liable = useSignal<Liable>("platform");
  const { busy, failure, run } = useAct();
  const confirm = () => run(async () => {
    onCancelled(await cancelFor(order.order_id, reason.value.trim(), liable.value));
    say(w.done(order.order_id));
    onClose();
  });
  return (
    <Sheet
      title={w.title(order.order_id)} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().order.cancelNo}</button><button type="button" class="button danger grow" disabled={busy.value || !reason.value.trim()} onClick={() => void confirm()}>{t().order.cancelYes}</button></>}
    >
      <div class="stack">
        <p>{w.text}</p>
        <Refusal failure={failure.value} />
        <Reason value={reason.value} usual={Object.values(w.usual)} onChange={(it) => (reason.value = it)} />
        <LiableField value={liable.value} onChange={(it) => (liable.value = it)} />
      </div>
    </Sheet>
  );
}
