import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import type { Ticket } from "../../api/kitchen";
import { delay } from "../../api/tickets";
import { explain } from "../../core/explain";
import { clock } from "../../core/time";
import { say } from "../../core/toasts";
import { k } from "../words";
import type { Doing } from "./BoardPage";

const MORE = [5, 10];

/// It takes longer than was said: the customer and the courier hear of it.
export function Longer({ ticket, doing }: { ticket: Ticket; doing: Doing }) {
  const w = k().board;
  const busy = useSignal(false);
  const add = async (minutes: number) => {
    busy.value = true;
    try {
      const now = await delay(ticket, minutes);
      doing.put(now);
      say(w.delayed(ticket.order_id, now.ready_at ? clock(now.ready_at) : ""));
    } catch (raw) {
      const failure = raw as Failure;
      if (failure.code === "delayed_enough") say(w.delayedEnough(failure.number("left_minutes") ?? 0));
      else say(explain(failure));
      if (failure.status === 409 || failure.uncertain) doing.reload();
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="k-longer" role="group" aria-label={w.longer}>
      <span class="soft small">{w.longer}</span>
      {MORE.map((it) => <button key={it} type="button" class="chip number" disabled={busy.value} onClick={() => void add(it)}>{w.plusMinutes(it)}</button>)}
    </div>
  );
}
