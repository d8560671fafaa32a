import type { Failure } from "../../api/failure";
import type { Quote } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Sheet } from "../../look/Sheet";
import { type Difference, differences } from "../differences";

interface Props {
  before: Quote;
  now: Quote | null;
  failure: Failure;
  onAgree: (now: Quote) => void;
  onClose: () => void;
}

/// Nobody pays another price than they have seen: what is different is said, and asked about.
export function ChangedSheet({ before, now, failure, onAgree, onClose }: Props) {
  const w = t().checkout;
  const amount = (it: number) => money(it, before.price.currency);
  const sentence = (it: Difference): string => {
    if (it.kind === "part") return w.part(t().price[it.part], amount(it.before), amount(it.after));
    return it.after === null ? w.dishGone(it.name) : w.dish(it.name, amount(it.before ?? 0), amount(it.after));
  };
  const all = now ? differences(before, now) : [];
  return (
    <Sheet
      title={w.changedTitle} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{w.disagree}</button>
        {now && <button type="button" class="button main grow" onClick={() => onAgree(now)}>{w.agree(amount(now.price.total))}</button>}</>}
    >
      <div class="stack" role="alert">
        <p>{w.changedText}</p>
        {all.length > 0 && <ul class="bullets">{all.map((it, i) => <li key={i}>{sentence(it)}</li>)}</ul>}
        {!now && <p>{explain(failure)}</p>}
        {now && all.length === 0 && <p>{w.samePrice}</p>}
        {now && <p class="strong">{w.newTotal(amount(before.price.total), amount(now.price.total))}</p>}
      </div>
    </Sheet>
  );
}
