import { Failure } from "../api/failure";
import type { NewOrder, Price, Quote, QuoteChange } from "../api/wire";

type Part = "items_total" | "delivery_fee" | "service_fee" | "small_order_fee" | "discount" | "tip";

export const PARTS: Part[] = [
  "items_total", "delivery_fee", "service_fee", "small_order_fee", "discount", "tip",
];

/// One thing that is not as it was shown.
export type Difference =
  | { kind: "price"; name: string; before: number; after: number }
  | { kind: "lost"; name: string }
  | { kind: "part"; part: Part; before: number; after: number }
  | { kind: "code" }
  | { kind: "other"; failure: Failure };

const isPart = (code: string): code is Part & keyof Price => (PARTS as string[]).includes(code);
const changesOf = (it: Failure): QuoteChange[] => (it.problem.changes ?? []) as QuoteChange[];

/// What a refused order says has changed, as somebody reads it who was shown `before`. The total
/// is not among it: it stands below.
export function differences(refused: Failure, before: Quote): Difference[] {
  const name = (line: number | null) => before.items.find((it) => it.line === line)?.name ?? "";
  return changesOf(refused).flatMap((it): Difference[] => {
    if (it.code === "total") return [];
    if (it.code === "price") return [{ kind: "price", name: name(it.line), before: it.before ?? 0, after: it.after ?? 0 }];
    if (isPart(it.code)) return [{ kind: "part", part: it.code, before: it.before ?? 0, after: it.after ?? 0 }];
    if (it.line) return [{ kind: "lost", name: name(it.line) }];
    if (it.code.startsWith("promotion")) return [{ kind: "code" }];
    return [{ kind: "other", failure: new Failure(409, it.code, refused.problem) }];
  });
}

/// What the customer is offered instead, if there is something.
export const offered = (refused: Failure): Quote | null => (refused.problem.quote as Quote | undefined) ?? null;

/// Which of the order's lines can't be had any more, by their place from 0.
export const lostLines = (refused: Failure): Set<number> =>
  new Set(changesOf(refused).flatMap((it) => (it.line && it.code !== "price" ? [it.line - 1] : [])));

/// The order that a new quote is for: without the lines and the code that can't be had.
export function possible(asked: NewOrder, refused: Failure): NewOrder {
  const lost = lostLines(refused);
  const { promotion, ...rest } = asked;
  const codeLost = changesOf(refused).some((it) => it.code.startsWith("promotion"));
  const items = asked.items.filter((_, i) => !lost.has(i));
  return { ...rest, ...(promotion && !codeLost ? { promotion } : {}), items };
}
