import type { Allergen, Menu } from "../../api/wire";
import { t } from "../../core/i18n";
import { k } from "../words";
import { type Draft, price, priceText } from "./draft";
import { OptionsEditor } from "./OptionsEditor";

interface Props { menu: Menu; draft: Draft; onChange: (change: Partial<Draft>) => void }

export function DishFields({ menu, draft, onChange }: Props) {
  const w = k().menu;
  const toggle = (it: Allergen) =>
    onChange({ allergens: draft.allergens.includes(it) ? draft.allergens.filter((one) => one !== it) : [...draft.allergens, it].sort() });
  return (
    <>
      <div class="field"><label for="dish-name">{w.name}</label><input id="dish-name" class="input" required maxLength={120} value={draft.name} onInput={(event) => onChange({ name: event.currentTarget.value })} /></div>
      <div class="field"><label for="dish-description">{w.description}</label><textarea id="dish-description" class="input" maxLength={1000} value={draft.description} onInput={(event) => onChange({ description: event.currentTarget.value })} /></div>
      <div class="k-pair">
        <div class="field"><label for="dish-price">{w.price} ({menu.currency})</label><PriceInput id="dish-price" currency={menu.currency} value={draft.price} onChange={(it) => onChange({ price: it })} /></div>
        <div class="field"><label for="dish-section">{w.section}</label><input id="dish-section" class="input" required maxLength={80} list="dish-sections" value={draft.section} onInput={(event) => onChange({ section: event.currentTarget.value })} />
          <datalist id="dish-sections">{menu.sections.map((it) => <option key={it.name} value={it.name} />)}</datalist></div>
      </div>
      <fieldset>
        <legend class="label">{w.tax}</legend>
        <div class="chips wrap">
          {(["prepared", "packaged", "alcohol"] as const).map((it) => <label class="chip" key={it}><input type="radio" name="tax" checked={draft.tax_class === it} onChange={() => onChange({ tax_class: it })} />{w.taxes[it]}</label>)}
        </div>
      </fieldset>
      <fieldset>
        <legend class="label">{w.allergens}</legend>
        <div class="chips wrap">
          {(Object.keys(t().allergens) as Allergen[]).map((it) => <button key={it} type="button" class="chip" aria-pressed={draft.allergens.includes(it)} onClick={() => toggle(it)}>{t().allergens[it]}</button>)}
        </div>
      </fieldset>
      <OptionsEditor currency={menu.currency} groups={draft.option_groups} onChange={(option_groups) => onChange({ option_groups })} />
    </>
  );
}

/// The text stays as it is typed; what it means goes on.
export const PriceInput = ({ id, value, currency, label, onChange }: { id: string; value: number; currency: string; label?: string; onChange: (price: number) => void }) => (
  <input id={id} class="input number" inputMode="decimal" required maxLength={10} aria-label={label} aria-invalid={Number.isNaN(value)} defaultValue={priceText(value, currency)} onInput={(event) => onChange(price(event.currentTarget.value))} />
);
