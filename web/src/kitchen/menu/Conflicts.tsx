import { money } from "../../core/money";
import { t } from "../../core/i18n";
import { Note } from "../../look/parts";
import { k } from "../words";
import type { Draft, Field } from "./draft";

interface Props { mine: Draft; theirs: Draft; fields: Field[]; currency: string; onSettle: (field: Field, mine: boolean) => void }

/// What two people changed differently, side by side.
export function Conflicts({ mine, theirs, fields, currency, onSettle }: Props) {
  const w = k().menu;
  const told = (draft: Draft, field: Field): string => {
    switch (field) {
      case "price": return money(draft.price, currency);
      case "tax_class": return w.taxes[draft.tax_class];
      case "allergens": return draft.allergens.map((it) => t().allergens[it]).join(", ") || "–";
      case "option_groups": return draft.option_groups.map((it) => `${it.name} (${it.options.map((one) => one.name).join(", ")})`).join("; ") || "–";
      default: return draft[field] || "–";
    }
  };
  return (
    <div role="alert">
      <Note tone="late" icon="info">
        <strong>{w.conflict}</strong><p>{w.conflictText}</p>
        {fields.map((field) => (
          <div class="k-conflict" key={field} role="group" aria-label={w.fields[field]}>
            <span class="strong">{w.fields[field]}</span>
            <button type="button" class="button small" onClick={() => onSettle(field, true)}>{w.mine}: {told(mine, field)}</button>
            <button type="button" class="button small" onClick={() => onSettle(field, false)}>{w.theirs}: {told(theirs, field)}</button>
          </div>
        ))}
      </Note>
    </div>
  );
}
