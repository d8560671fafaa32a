import type { Line, Price, Quote } from "../api/wire";

type Part = "items_total" | "delivery_fee" | "service_fee" | "small_order_fee" | "discount" | "tip";

export const PARTS: Part[] = [
  "items_total", "delivery_fee", "service_fee", "small_order_fee", "discount", "tip",
];

/// One thing that costs something else than was shown.
export type Difference =
  | { kind: "dish"; name: string; before: number | null; after: number | null }
  | { kind: "part"; part: Part; before: number; after: number };

/// What is not as the customer was shown it, so that they can be asked.
export function differences(shown: Quote, now: Quote): Difference[] {
  return [...dishes(shown.items, now.items), ...parts(shown.price, now.price)];
}

function dishes(before: Line[], after: Line[]): Difference[] {
  const key = (it: Line) => [it.item_id, ...it.options].join("|");
  const later = new Map(after.map((it) => [key(it), it]));
  return before.flatMap((it): Difference[] => {
    const now = later.get(key(it));
    if (now && now.price === it.price) return [];
    return [{ kind: "dish", name: it.name, before: it.price, after: now?.price ?? null }];
  });
}

function parts(before: Price, after: Price): Difference[] {
  return PARTS.filter((part) => part !== "items_total" && before[part] !== after[part]).map((part) => ({
    kind: "part",
    part,
    before: before[part],
    after: after[part],
  }));
}
