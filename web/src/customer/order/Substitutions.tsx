import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { answerSubstitution } from "../../api/orders";
import type { OrderView, Substitution } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { countdown, now } from "../../core/time";
import { Fault, Note } from "../../look/parts";

interface Props {
  order: OrderView;
  onAnswer: (order: OrderView) => void;
  onCancel: () => void;
}

/// What the kitchen asks, with what each answer costs and what silence means.
export function Substitutions({ order, onAnswer, onCancel }: Props) {
  const open = order.substitutions.filter((it) => it.status === "Proposed");
  const decided = order.substitutions.filter((it) => it.status === "Accepted" || it.status === "Dropped");
  return (
    <>
      <div role="alert">{open.map((it) => <Question key={it.substitution_id} order={order} asked={it} onAnswer={onAnswer} onCancel={onCancel} />)}</div>
      {decided.map((it) => <Note key={it.substitution_id} icon="check">{outcome(it)}</Note>)}
    </>
  );
}

function outcome(it: Substitution): string {
  const w = t().shop;
  const gone = `${it.quantity} × ${it.item_name}`;
  return it.status === "Accepted" && it.instead ? w.swapped(gone, it.instead.name) : w.leftOut(gone);
}

function Question({ order, asked, onAnswer, onCancel }: Props & { asked: Substitution }) {
  const fault = useSignal("");
  const busy = useSignal(false);
  const w = t().order;
  const amount = (it: number) => money(it, order.price.currency);
  const answer = async (how: "accept" | "drop") => {
    busy.value = true;
    fault.value = "";
    try {
      onAnswer(await answerSubstitution(order.order_id, asked.substitution_id, how));
    } catch (failure) {
      fault.value = explain(failure as Failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <section class="panel question" aria-labelledby={`asked-${asked.substitution_id}`}>
      <div class="row between top-row">
        <h2 id={`asked-${asked.substitution_id}`}>{w.missing(asked.quantity, asked.item_name)}</h2>
        <span class="tag late number" aria-hidden="true">{countdown(asked.answer_by, now.value)}</span>
      </div>
      <p>{asked.instead ? w.instead(asked.instead.name) : w.leaveOut}</p>
      {asked.note && <p class="soft">“{asked.note}”</p>}
      <div class="stack-s">
        {asked.instead && <button type="button" class="button main wide" disabled={busy.value} onClick={() => void answer("accept")}>{w.accept(amount(asked.total_if_accepted))}</button>}
        <button type="button" class={asked.instead ? "button wide" : "button main wide"} disabled={busy.value} onClick={() => void answer("drop")}>{w.drop(amount(asked.total_if_dropped))}</button>
        <button type="button" class="button danger wide" disabled={busy.value} onClick={onCancel}>{t().shop.cancelFree}</button>
      </div>
      {fault.value && <Fault id={`fault-${asked.substitution_id}`}>{fault.value}</Fault>}
      <p class="soft small">{t().shop.ifSilent[order.if_unavailable]}</p>
    </section>
  );
}
