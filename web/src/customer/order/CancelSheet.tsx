import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { cancel, cancellationCost } from "../../api/orders";
import type { OrderView } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { say } from "../../core/toasts";
import { Bone, Note, Trouble } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { c } from "../words";
import { type Cost, costNow, whyCost } from "./cancelling";

interface Props {
  order: OrderView;
  onCancelled: (order: OrderView) => void;
  onClose: () => void;
}

/// What it costs is shown before, and sent along: if it has become more, it is asked again.
export function CancelSheet({ order, onCancelled, onClose }: Props) {
  const w = t().order;
  const more = t().shop;
  const asked = order.substitutions.some((it) => it.status === "Proposed");
  const cost = useResource<Cost>(`cancellation.${order.order_id}.${order.status}.${asked}`, () => cancellationCost(order.order_id));
  const failure = useSignal<Failure | null>(null);
  const dearer = useSignal(false);
  const busy = useSignal(false);
  // what a refusal said is shown until it is asked anew
  const told = useSignal<Cost | null>(null);
  const it = cost.data ?? told.value;
  const amount = (sum: number) => money(sum, it?.currency ?? order.price.currency);
  const confirm = async () => {
    if (!it) return;
    busy.value = true;
    failure.value = null;
    try {
      onCancelled(await cancel(order.order_id, it.charged));
      say(w.cancelled);
      onClose();
    } catch (raw) {
      const now = costNow(raw as Failure, order.price.currency);
      dearer.value = now !== null;
      told.value = now;
      if (now) cost.put(now);
      else failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  const fault = failure.value ?? (it ? null : cost.failure);
  return (
    <Sheet
      title={w.cancelTitle} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{w.cancelNo}</button>
        <button type="button" class="button danger grow" disabled={!it || busy.value} aria-busy={busy.value} onClick={() => void confirm()}>{it && it.charged > 0 ? more.cancelFor(amount(it.charged)) : w.cancelYes}</button></>}
    >
      <div class="stack" aria-live="polite">
        {!it && !fault && <Bone height={96} />}
        {dearer.value && <Note tone="late" icon="warn">{w.cancelChanged}</Note>}
        {it && <p>{c().cost[whyCost(order, it)]}{it.charged === 0 && <> {w.cancelFree}</>}</p>}
        {it && it.charged > 0 && (
          <dl class="sums">
            <dt>{more.charged}</dt><dd class="number strong">{amount(it.charged)}</dd>
            <dt>{more.back}</dt><dd class="number strong good">{amount(it.returned)}</dd>
          </dl>
        )}
        {fault && (fault.code === "cash_order_begun" ? <Note tone="late" icon="cash">{c().pay.cashBegun}</Note> : <Trouble failure={fault} />)}
      </div>
    </Sheet>
  );
}
