import type { ItemChange } from "../../api/kitchen";
import type { Item, Menu } from "../../api/wire";

/// A dish as a form holds it.
export interface Draft {
  name: string;
  description: string;
  price: number;
  section: string;
  tax_class: Item["tax_class"];
  allergens: Item["allergens"];
  option_groups: { name: string; min: number; max: number; options: { name: string; price: number }[] }[];
}
export type Field = keyof Draft;
export const FIELDS: Field[] = ["name", "description", "price", "section", "tax_class", "allergens", "option_groups"];

export const draftOf = (item: Item, section: string): Draft => ({
  name: item.name,
  description: item.description,
  price: item.price,
  section,
  tax_class: item.tax_class,
  allergens: [...item.allergens].sort(),
  option_groups: item.option_groups.map(({ name, min, max, options }) => ({
    name, min, max, options: options.map((it) => ({ name: it.name, price: it.price })),
  })),
});

export const blank = (menu: Menu): Draft => ({
  name: "", description: "", price: 0, section: menu.sections[0]?.name ?? "Menu", tax_class: "prepared", allergens: [], option_groups: [],
});

export function findDraft(menu: Menu, id: string): Draft | null {
  for (const section of menu.sections)
    for (const item of section.items) if (item.item_id === id) return draftOf(item, section.name);
  return null;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/// What is to be sent: only what differs, so that nothing else is touched.
export function changes(base: Draft, mine: Draft): ItemChange {
  const wanted = FIELDS.filter((it) => !same(base[it], mine[it])).map((it) => [it, mine[it]]);
  return Object.fromEntries(wanted) as ItemChange;
}

export interface Merged { draft: Draft; conflicts: Field[] }

/// Two people began with the same dish. What only one of them changed counts; where both did,
/// mine stands until somebody has chosen.
export function merge(base: Draft, mine: Draft, theirs: Draft): Merged {
  const draft = { ...mine };
  const conflicts: Field[] = [];
  for (const field of FIELDS) {
    if (same(mine[field], theirs[field])) continue;
    if (same(base[field], mine[field])) take(draft, theirs, field);
    else if (!same(base[field], theirs[field])) conflicts.push(field);
  }
  return { draft, conflicts };
}

export function take<F extends Field>(into: Draft, from: Draft, field: F): void {
  into[field] = from[field];
}

export const groupsAreGood = (draft: Draft): boolean =>
  draft.option_groups.every(
    (it) => it.name.trim() && it.options.length > 0 && it.max >= 1 && it.min <= it.max && it.max <= 50 &&
      it.options.every((one) => one.name.trim() && one.price >= 0),
  );

/// "12,50" and "12.50" are the same price. NaN when it is none.
export const price = (text: string): number => {
  const plain = text.trim().replace(",", ".");
  return /^\d{1,6}(\.\d{1,3})?$/.test(plain) ? Number(plain) : Number.NaN;
};

/// How a price stands in its field: with all of the currency's decimals.
export const priceText = (value: number, currency: string): string =>
  value.toFixed(new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2);
