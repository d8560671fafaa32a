import type { NewPromotion, Promotion } from "../../api/wire-operator";

/// A promotion as it is typed: text, until it can be sent.
export interface Draft {
  code: string;
  kind: Promotion["kind"];
  percent: string;
  amount: string;
  most: string;
  minimum: string;
  ends: string;
  limit: string;
  perCustomer: string;
  restaurant: string;
  fundedBy: "platform" | "restaurant";
}

export const blank: Draft = {
  code: "", kind: "percent", percent: "10", amount: "", most: "", minimum: "", ends: "", limit: "",
  perCustomer: "1", restaurant: "", fundedBy: "platform",
};

/// What is sent, or null while something needed is missing.
export function promotionOf(it: Draft): NewPromotion | null {
  if (!/^[A-Z0-9_-]{3,40}$/i.test(it.code)) return null;
  const number = (text: string) => (text.trim() === "" ? null : Number(text));
  const percent = it.kind === "percent" ? number(it.percent) : null;
  const amount = it.kind === "amount" ? number(it.amount) : null;
  if (it.kind === "percent" && !(percent && percent >= 1 && percent <= 100)) return null;
  if (it.kind === "amount" && !(amount && amount > 0)) return null;
  const ends = it.ends ? new Date(it.ends) : null;
  if (ends && Number.isNaN(ends.getTime())) return null;
  const said = {
    percent, amount,
    most_discount: it.kind === "percent" ? number(it.most) : null,
    minimum_items: number(it.minimum),
    restaurant_id: number(it.restaurant),
    ends_at: ends?.toISOString() ?? null,
    limit: number(it.limit),
    limit_per_customer: number(it.perCustomer),
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  return { code: it.code, kind: it.kind, funded_by: it.fundedBy, ...given } as NewPromotion;
}
