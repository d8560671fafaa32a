import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Note } from "../../look/parts";
import { type Change, carried } from "../reconcile";
import { c } from "../words";

type Told = (it: Change, currency: string) => string;

const ofCart: Told = (it, currency) => {
  const w = t().cart;
  return it.kind === "price" ? w.price(it.name, money(it.before, currency), money(it.after, currency)) : w[it.kind](it.name);
};

const ofAgain: Told = (it, currency) => {
  const w = c().again;
  return it.kind === "price" ? w.price(it.name, money(it.before, currency), money(it.after, currency)) : w[it.kind](it.name);
};

interface Props {
  changes: Change[];
  title: string;
  currency: string;
  onClose: () => void;
  told?: Told;
}

/// What became of the cart since it was filled, each thing in a sentence.
export function Changes({ changes, title, currency, onClose, told = ofCart }: Props) {
  if (!changes.length) return null;
  return (
    <div role="alert" class="changes">
      <Note tone="late" icon="warn">
        <strong>{title}</strong>
        <ul>{changes.map((it) => <li key={it.name + it.kind}>{told(it, currency)}</li>)}</ul>
        <button type="button" class="button small" onClick={onClose}>{t().common.done}</button>
      </Note>
    </div>
  );
}

/// What is not as it was when the same was ordered before.
export function Carried({ restaurant, currency }: { restaurant: number; currency: string }) {
  const it = carried.value;
  if (it?.restaurant !== restaurant) return null;
  return <Changes changes={it.changes} title={c().again.title} currency={currency} told={ofAgain} onClose={() => (carried.value = null)} />;
}
