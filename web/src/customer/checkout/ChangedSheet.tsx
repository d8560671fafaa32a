import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Sheet } from "../../look/Sheet";
import { type Difference, differences, offered } from "../differences";
import { details } from "./details";
import type { Refusal } from "./usePaying";

interface Props {
  refusal: Refusal;
  onAgree: () => void;
  onClose: () => void;
}

/// Nobody pays another price than they have seen: what is different is said, and asked about.
export function ChangedSheet({ refusal: { asked, before, failure }, onAgree, onClose }: Props) {
  const w = t().checkout;
  const more = t().shop;
  const amount = (it: number) => money(it, before.price.currency);
  const sentence = (it: Difference): string => {
    switch (it.kind) {
      case "price":
        return w.dish(it.name, amount(it.before), amount(it.after));
      case "part":
        return w.part(t().price[it.part], amount(it.before), amount(it.after));
      case "lost":
        return more.lostDish(it.name);
      case "code":
        return more.lostCode(asked.promotion ?? "");
      case "other":
        return explain(it.failure, before.price.currency);
    }
  };
  const now = offered(failure);
  const all = differences(failure, before);
  const onlyPrice = all.every((it) => it.kind === "price" || it.kind === "part");
  const total = now ? amount(now.price.total) : "";
  const slot = failure.problem.changes instanceof Array && failure.problem.changes.some((it: { code: string }) => it.code === "slot_gone");
  return (
    <Sheet
      title={onlyPrice ? w.changedTitle : more.changed} onClose={onClose}
      foot={<><button type="button" class={now ? "button grow" : "button main grow"} onClick={onClose}>{slot && !now ? more.otherTime : w.disagree}</button>
        {now && <button type="button" class="button main grow" onClick={onAgree}>{details.value.method === "cash" ? more.order(total) : w.agree(total)}</button>}</>}
    >
      <div class="stack" role="alert">
        <p>{w.changedText}</p>
        {all.length > 0 ? <ul class="bullets">{all.map((it, i) => <li key={i}>{sentence(it)}</li>)}</ul> : now && <p>{w.samePrice}</p>}
        {now && now.price.total !== before.price.total && <p class="strong">{w.newTotal(amount(before.price.total), total)}</p>}
      </div>
    </Sheet>
  );
}
