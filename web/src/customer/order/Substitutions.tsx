import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { answerSubstitution } from "../../api/orders";
import type { OrderView } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { countdown, now } from "../../core/time";
import { Note } from "../../look/parts";

/// What the kitchen asks, with what each answer costs.
export function Substitutions({ order, onAnswer }: { order: OrderView; onAnswer: (order: OrderView) => void }) {
  const fault = useSignal("");
  const busy = useSignal(false);
  const w = t().order;
  const amount = (it: number) => money(it, order.price.currency);
  const answer = async (id: number, how: "accept" | "drop") => {
    busy.value = true;
    try {
      onAnswer(await answerSubstitution(order.order_id, id, how));
      fault.value = "";
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      {order.substitutions.filter((it) => it.status === "Proposed").map((it) => (
        <div role="alert" key={it.substitution_id}>
          <Note tone="late" icon="warn">
            <strong>{w.missing(it.quantity, it.item_name)}</strong>
            <p>{it.instead ? w.instead(it.instead.name) : w.leaveOut} {it.note}</p>
            <p class="number" aria-live="off">{w.answerBy(countdown(it.answer_by, now.value))}</p>
            <p class="row wrap">
              {it.instead && <button type="button" class="button small" disabled={busy.value} onClick={() => void answer(it.substitution_id, "accept")}>{w.accept(amount(it.total_if_accepted))}</button>}
              <button type="button" class="button small" disabled={busy.value} onClick={() => void answer(it.substitution_id, "drop")}>{w.drop(amount(it.total_if_dropped))}</button>
            </p>
            {fault.value && <p>{fault.value}</p>}
          </Note>
        </div>
      ))}
    </>
  );
}
