import type { Line } from "../../api/wire";
import type { NewRefund, Refund } from "../../api/wire-operator";

/// How many of a dish can still be refunded; each once.
export function leftOf(line: Line, refunds: Refund[]): number {
  const gone = refunds
    .filter((it) => it.status !== "Refused")
    .flatMap((it) => it.items)
    .filter((it) => it.line === line.line)
    .reduce((all, it) => all + it.quantity, 0);
  return Math.max(0, line.quantity - gone);
}

/// What of a refund is said on the wire, or null while nothing is chosen that could be.
export function wishOf(
  way: "all" | "items" | "amount", amount: string, counts: Record<number, number>, left: number,
): Pick<NewRefund, "amount" | "items"> | null {
  if (way === "all") return {};
  if (way === "amount") {
    const value = Number(amount);
    return amount.trim() && value > 0 && Math.round(value * 1000) <= Math.round(left * 1000) ? { amount: value } : null;
  }
  const items = Object.entries(counts)
    .filter(([, quantity]) => quantity > 0)
    .map(([line, quantity]) => ({ line: Number(line), quantity }));
  return items.length ? { items } : null;
}
