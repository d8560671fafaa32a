import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { reportProblem, sendPhoto } from "../../api/orders";
import type { NewProblem, OrderView, Problem, ProblemKind } from "../../api/wire";
import { t } from "../../core/i18n";
import { Fault, Stepper, Trouble } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { type Photo, PhotoField } from "./PhotoField";
import { Outcome } from "./Problems";

const KINDS: ProblemKind[] = ["missing", "wrong", "damaged", "quality", "late", "not_arrived", "other"];
const ABOUT_DISHES = new Set<ProblemKind>(["missing", "wrong", "damaged", "quality"]);

export function ProblemSheet({ order, onSent, onClose }: { order: OrderView; onSent: () => void; onClose: () => void }) {
  const kind = useSignal<ProblemKind | null>(null);
  const counts = useSignal<Record<number, number>>({});
  const text = useSignal("");
  const photo = useSignal<Photo | null>(null);
  const failure = useSignal<Failure | null>(null);
  const unchosen = useSignal(false);
  const busy = useSignal(false);
  const made = useSignal<Problem | null>(null);
  const w = t().problem;
  const aboutDishes = kind.value !== null && ABOUT_DISHES.has(kind.value);
  const items = Object.entries(counts.value).filter(([, n]) => n > 0).map(([line, quantity]) => ({ line: Number(line), quantity }));

  const send = async () => {
    unchosen.value = !kind.value || (aboutDishes && !items.length);
    if (!kind.value || unchosen.value) return;
    busy.value = true;
    failure.value = null;
    try {
      const problem: NewProblem = { kind: kind.value, ...(aboutDishes ? { items } : {}) };
      if (text.value.trim()) problem.text = text.value.trim();
      if (photo.value) problem.photo = (await sendPhoto(order.order_id, photo.value.picture, photo.value.key)).photo;
      made.value = await reportProblem(order.order_id, problem);
      onSent();
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  if (made.value)
    return (
      <Sheet title={t().shop.sent} onClose={onClose} foot={<button type="button" class="button main wide" onClick={onClose}>{t().common.done}</button>}>
        <div role="status"><Outcome problem={made.value} payBy={order.pay_by} /></div>
      </Sheet>
    );
  return (
    <Sheet title={w.title} onClose={onClose} foot={<button type="button" class="button main wide" disabled={busy.value} aria-busy={busy.value} onClick={() => void send()}>{busy.value ? t().shop.sending : w.send}</button>}>
      <div class="stack">
        <div role="radiogroup" aria-label={w.title}>
          {KINDS.map((it) => <label class="choice" key={it}><input type="radio" name="kind" checked={kind.value === it} onChange={() => { kind.value = it; unchosen.value = false; }} /><span>{w[it]}</span></label>)}
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
        <PhotoField photo={photo} />
        <div aria-live="polite">{unchosen.value && <Fault id="problem-fault">{w.pick}</Fault>}</div>
        {failure.value && <Trouble failure={failure.value} />}
      </div>
    </Sheet>
  );
}
