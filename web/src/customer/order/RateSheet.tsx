import { useSignal } from "@preact/signals";
import { rate } from "../../api/after";
import type { Failure } from "../../api/failure";
import type { Rating } from "../../api/wire";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Fault, Trouble } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { c } from "../words";
import { StarField } from "./StarField";

interface Props {
  order: number;
  kitchen: string;
  before: Rating | null;
  /// stars that were touched to come here
  begin?: number;
  onRated: (rating: Rating) => void;
  onClose: () => void;
}

export function RateSheet({ order, kitchen, before, begin = 0, onRated, onClose }: Props) {
  const food = useSignal(begin || (before?.food ?? 0));
  const ride = useSignal(before?.ride ?? 0);
  const comment = useSignal(before?.comment ?? "");
  const unchosen = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const w = c().rate;
  const send = async () => {
    unchosen.value = food.value === 0;
    if (unchosen.value) {
      document.querySelector<HTMLElement>("input[name=food]")?.focus();
      return;
    }
    busy.value = true;
    failure.value = null;
    const text = comment.value.trim();
    try {
      onRated(await rate(order, { food: food.value, ...(ride.value ? { ride: ride.value } : {}), ...(text ? { comment: text } : {}) }));
      say(w.thanks);
      onClose();
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet title={w.ask(kitchen)} onClose={onClose} foot={<button type="submit" form="rating" class="button main wide" disabled={busy.value} aria-busy={busy.value}>{busy.value ? t().shop.sending : w.send}</button>}>
      <form id="rating" class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <StarField name="food" label={w.food} value={food.value} onChange={(it) => { food.value = it; unchosen.value = false; }} fault={unchosen.value ? "rate-fault" : undefined} />
        <div aria-live="polite">{unchosen.value && <Fault id="rate-fault">{w.pick}</Fault>}</div>
        <div>
          <StarField name="ride" label={`${w.ride} (${t().common.optional})`} value={ride.value} onChange={(it) => (ride.value = it)} />
          {ride.value > 0 && <button type="button" class="plain" onClick={() => (ride.value = 0)}>{w.none}</button>}
        </div>
        <div class="field">
          <label for="rate-comment">{w.comment} <span class="soft">({t().common.optional})</span></label>
          <textarea id="rate-comment" class="input" maxLength={500} rows={3} aria-describedby="rate-help" value={comment.value} onInput={(event) => (comment.value = event.currentTarget.value)} />
          <p class="soft small" id="rate-help">{w.help}</p>
        </div>
        {failure.value && <Trouble failure={failure.value} />}
      </form>
    </Sheet>
  );
}
