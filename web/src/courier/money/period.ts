import type { Statement } from "../../api/couriers";
import { sum } from "../../core/money";

export type Span = "today" | "week" | "month";
const DAYS: Record<Span, number> = { today: 1, week: 7, month: 30 };

/// From the midnight that begins the span to the one that ends today.
export function bounds(span: Span, now: Date): { from: Date; to: Date } {
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const from = new Date(to.getFullYear(), to.getMonth(), to.getDate() - DAYS[span]);
  return { from, to };
}

/// What came from riding, whatever was paid out or collected meanwhile.
export const earned = ({ sums }: Statement): number =>
  sum([sums.rides, sums.tips, sums.compensations, sums.promotions, sums.refunds]);

/// What is owed in the end: to the courier if above zero, by them if below.
export function standing(closing: number): { who: "owed" | "held" | "even"; amount: number } {
  if (closing === 0) return { who: "even", amount: 0 };
  return closing > 0 ? { who: "owed", amount: closing } : { who: "held", amount: -closing };
}
