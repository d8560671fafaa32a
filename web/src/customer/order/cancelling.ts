import { Failure } from "../../api/failure";
import type { CancellationCost, OrderView } from "../../api/wire";

export type Why = "asked" | "free" | "grace" | "half" | "all";

/// Why cancelling costs what it costs.
export function whyCost(order: OrderView, cost: CancellationCost): Why {
  if (order.substitutions.some((it) => it.status === "Proposed")) return "asked";
  if (order.status === "Received") return cost.charged > 0 ? "half" : "grace";
  return cost.charged > 0 ? "all" : "free";
}

/// What it has become, when a refusal says so.
export function costNow(refused: Failure): CancellationCost | null {
  const [charged, returned] = [refused.number("charged"), refused.number("returned")];
  if (refused.code !== "cost_changed" || charged === null || returned === null) return null;
  return { charged, returned, currency: refused.text("currency") ?? "EUR", why: refused.text("why") ?? "" };
}
