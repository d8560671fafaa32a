import { useSignal } from "@preact/signals";
import { giveCredit } from "../../api/operate";
import { money } from "../../core/money";
import { say } from "../../core/toasts";
import { Reason, Refusal, TextField, useAct } from "../parts";
import { d } from "../words";

const CURRENCY = "EUR";

/// Something for the long wait.
export function Credit({ id }: { id: number }) {
  const w = d().people;
  const amount = useSignal("");
  const reason = useSignal("");
  const { busy, failure, run } = useAct();
  const value = Number(amount.value);
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    void run(async () => {
      await giveCredit(id, value, reason.peek().trim());
      say(w.given(money(value, CURRENCY)));
      amount.value = reason.value = "";
    });
  };
  return (
    <form class="stack-s credit" onSubmit={give}>
      <h3>{w.credit}</h3>
      <Refusal failure={failure.value} />
      <TextField label={d().payment.amount(CURRENCY)} value={amount.value} onInput={(it) => (amount.value = it)} type="number" min="0.01" step="0.01" inputMode="decimal" required />
      <Reason value={reason.value} usual={Object.values(w.creditUsual)} onChange={(it) => (reason.value = it)} />
      <button type="submit" class="button" disabled={busy.value || !(value > 0) || !reason.value.trim()}>{w.give}</button>
    </form>
  );
}
