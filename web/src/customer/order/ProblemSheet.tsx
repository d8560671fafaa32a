import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { reportProblem } from "../../api/orders";
import type { OrderView, ProblemKind } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { say } from "../../core/toasts";
import { Fault, Stepper, Trouble } from "../../look/parts";
import { Sheet } from "../../look/Sheet";

const KINDS: ProblemKind[] = ["missing", "wrong", "damaged", "quality", "late", "not_arrived", "other"];
const ABOUT_DISHES = new Set<ProblemKind>(["missing", "wrong", "damaged", "quality"]);

export function ProblemSheet({ order, onSent, onClose }: { order: OrderView; onSent: () => void; onClose: () => void }) {
  const kind = useSignal<ProblemKind | null>(null);
  const counts = useSignal<Record<number, number>>({});
  const text = useSignal("");
  const failure = useSignal<Failure | null>(null);
  const unchosen = useSignal(false);
  const busy = useSignal(false);
  const w = t().problem;
  const aboutDishes = kind.value !== null && ABOUT_DISHES.has(kind.value);
  const items = Object.entries(counts.value).filter(([, n]) => n > 0).map(([line, quantity]) => ({ line: Number(line), quantity }));

  const send = async () => {
    unchosen.value = !kind.value || (aboutDishes && !items.length);
    if (!kind.value || unchosen.value) return;
    busy.value = true;
    try {
      const written = text.value.trim();
      const made = await reportProblem(order.order_id, { kind: kind.value, ...(aboutDishes ? { items } : {}), ...(written ? { text: written } : {}) });
      say(made.status === "Refunded" ? w.refunded(money(made.refund, made.currency)) : w.open);
      onSent();
      onClose();
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet title={w.title} onClose={onClose} foot={<button type="button" class="button main wide" disabled={busy.value} onClick={() => void send()}>{w.send}</button>}>
      <div class="stack">
        <div role="radiogroup" aria-label={w.title}>
          {KINDS.map((it) => <label class="choice" key={it}><input type="radio" name="kind" checked={kind.value === it} onChange={() => (kind.value = it)} /><span>{w[it]}</span></label>)}
        </div>
        {aboutDishes && (
          <fieldset><legend class="label">{w.which}</legend>
            {order.items.map((it) => (
              <div class="choice" key={it.line}><span class="grow">{it.quantity} × {it.name}</span>
                <Stepper value={counts.value[it.line] ?? 0} least={0} label={it.name} onChange={(n) => (counts.value = { ...counts.value, [it.line]: Math.min(n, it.quantity) })} /></div>
            ))}
          </fieldset>
        )}
        <div class="field"><label for="problem-text">{w.text} <span class="soft">({t().common.optional})</span></label>
          <textarea id="problem-text" class="input" maxLength={1000} aria-describedby="problem-help" value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
          <p class="soft small" id="problem-help">{w.textHelp}</p></div>
        <div aria-live="polite">{unchosen.value && <Fault id="problem-fault">{w.pick}</Fault>}</div>
        {failure.value && <Trouble failure={failure.value} />}
      </div>
    </Sheet>
  );
}
