import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Note } from "../../look/parts";
import type { Change } from "../reconcile";

const sentence = (it: Change, currency: string): string => {
  const w = t().cart;
  return it.kind === "price"
    ? w.price(it.name, money(it.before, currency), money(it.after, currency))
    : w[it.kind](it.name);
};

/// What became of the cart since it was filled, each thing in a sentence.
export function Changes({ changes, currency, onClose }: { changes: Change[]; currency: string; onClose: () => void }) {
  if (!changes.length) return null;
  return (
    <div role="alert">
      <Note tone="late" icon="warn">
        <strong>{t().cart.changed}</strong>
        <ul>{changes.map((it) => <li key={it.name + it.kind}>{sentence(it, currency)}</li>)}</ul>
        <button type="button" class="button small" onClick={onClose}>{t().common.done}</button>
      </Note>
    </div>
  );
}
