import { Failure } from "../../api/failure";
import type { CancellationCost, OrderView } from "../../api/wire";

export type Why = CancellationCost["code"];

/// What cancelling costs; a refusal's own `code` says that it has changed, not why.
export type Cost = Omit<CancellationCost, "code"> & { code: Why | null };

/// Why cancelling costs what it costs.
export function whyCost(order: OrderView, cost: Cost): Why {
  if (cost.code) return cost.code;
  if (order.substitutions.some((it) => it.status === "Proposed")) return "dish_missing";
  if (order.status === "Received") return cost.charged > 0 ? "confirmed" : "just_confirmed";
  return cost.charged > 0 ? "cooking" : "not_begun";
}

/// What it has become, when a refusal says so.
export function costNow(refused: Failure, currency: string): Cost | null {
  const [charged, returned] = [refused.number("charged"), refused.number("returned")];
  if (refused.code !== "cost_changed" || charged === null || returned === null) return null;
  return { charged, returned, currency: refused.text("currency") ?? currency, why: refused.text("why") ?? "", code: refused.text("reason_code") as Why | null };
}
