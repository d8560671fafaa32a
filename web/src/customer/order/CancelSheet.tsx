import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { cancel, cancellationCost } from "../../api/orders";
import type { OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { say } from "../../core/toasts";
import { Bone, Trouble } from "../../look/parts";
import { Sheet } from "../../look/Sheet";

interface Props {
  order: OrderView;
  onCancelled: (order: OrderView) => void;
  onClose: () => void;
}

/// What it costs is shown before, and sent along: if it has become more, nothing happens.
export function CancelSheet({ order, onCancelled, onClose }: Props) {
  const w = t().order;
  const cost = useResource(`cancellation.${order.order_id}.${order.status}`, () => cancellationCost(order.order_id));
  const failure = useSignal<Failure | null>(null);
  const busy = useSignal(false);
  const it = cost.data;
  const confirm = async () => {
    busy.value = true;
    try {
      onCancelled(await cancel(order.order_id, it?.charged ?? null));
      say(w.cancelled);
      onClose();
    } catch (raw) {
      failure.value = raw as Failure;
      void cost.reload();
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet
      title={w.cancelTitle} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{w.cancelNo}</button><button type="button" class="button danger grow" disabled={!it || busy.value} onClick={() => void confirm()}>{w.cancelYes}</button></>}
    >
      <div class="stack-s" aria-live="polite">
        {!it && !cost.failure && <Bone height={24} />}
        {it && <p>{it.charged === 0 ? w.cancelFree : w.cancelCosts(money(it.charged, it.currency), money(it.returned, it.currency))}</p>}
        {(failure.value ?? (it ? null : cost.failure)) && <Trouble failure={(failure.value ?? cost.failure) as Failure} />}
      </div>
    </Sheet>
  );
}
