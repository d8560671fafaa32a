import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { resolve } from "../../api/operate";
import { send } from "../../api/http";
import { readOrder } from "../../api/orders";
import { BEARERS, type Bearer, type Reported } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money, sum, times } from "../../core/money";
import { useResource } from "../../core/resource";
import { say } from "../../core/toasts";
import { Bone } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { LiableField, Refusal, TextField, useAct } from "../parts";
import { d } from "../words";

interface Props { problem: Reported; onClose: () => void; onDone: (id: number) => void }

/// Decides a reported problem: money back, borne by somebody, or a friendly no.
export function ResolveSheet({ problem, onClose, onDone }: Props) {
  const w = d().problems;
  const order = useResource(`order.${problem.order_id}`, () => readOrder(problem.order_id));
  const yes = useSignal(true);
  const amount = useSignal("");
  const liable = useSignal<Bearer>("restaurant");
  const answer = useSignal("");
  const { busy, failure, run } = useAct();
  const it = order.data;
  const about = problem.items.flatMap(({ line, quantity }) => {
    const found = it?.items.find((one) => one.line === line);
    return found ? [{ name: found.name, quantity, worth: times(found.price, quantity) }] : [];
  });
  const worth = sum(about.map((one) => one.worth));
  useEffect(() => {
    if (worth > 0 && !amount.peek()) amount.value = String(worth);
  }, [worth]);
  const value = Number(amount.value);
  const ready = answer.value.trim() && (!yes.value || value > 0);
  const confirm = () => run(async () => {
    await resolve(problem.problem_id, { answer: answer.value.trim(), ...(yes.value ? { refund: value, liable: liable.value } : {}) });
    say(yes.value ? w.refunded(money(value, problem.currency)) : w.refused);
    onDone(problem.problem_id);
    onClose();
  });
  return (
    <Sheet
      title={w.resolveTitle(problem.order_id)} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value || !ready} onClick={() => void confirm()}>{yes.value ? w.giveBack : w.refuse}</button></>}
    >
      <div class="stack">
        <p><strong>{t().problem[problem.kind]}</strong>{problem.text && `: ${problem.text}`}</p>
        {problem.photo && <Photo order={problem.order_id} photo={problem.photo} />}
        {!it && !order.failure && <Bone height={48} />}
        <Refusal failure={failure.value ?? order.failure} />
        {it && <ul class="lines small">{(about.length ? about : [{ name: it.restaurant_name, quantity: 1, worth: it.price.total }]).map((one) => <li key={one.name} class="row between"><span>{one.quantity} × {one.name}</span><span class="number">{money(one.worth, problem.currency)}</span></li>)}</ul>}
        <div class="chips wrap" role="radiogroup" aria-label={w.resolve}>
          <label class="chip"><input type="radio" name="yes" checked={yes.value} onChange={() => (yes.value = true)} />{w.giveBack}</label>
          <label class="chip"><input type="radio" name="yes" checked={!yes.value} onChange={() => (yes.value = false)} />{w.refuse}</label>
        </div>
        {yes.value && <TextField label={d().payment.amount(problem.currency)} value={amount.value} onInput={(text) => (amount.value = text)} type="number" min="0.01" step="0.01" inputMode="decimal" required />}
        {yes.value && <LiableField among={BEARERS} value={liable.value} onChange={(who) => (liable.value = who)} />}
        <TextField label={w.answer} value={answer.value} onInput={(text) => (answer.value = text)} maxLength={500} help={w.answerHelp} required />
      </div>
    </Sheet>
  );
}

/// The customer's picture; only they and operators may see it, so it comes with our name on.
function Photo({ order, photo }: { order: number; photo: string }) {
  const url = useSignal("");
  useEffect(() => {
    let made = "";
    void send(new Request(new URL(`/orders/${order}/photos/${photo}`, location.origin)))
      .then(async (it) => {
        if (it.ok) url.value = made = URL.createObjectURL(await it.blob());
      }, () => undefined);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return url.value ? <img class="proof" src={url.value} alt={d().problems.photo} /> : null;
}
