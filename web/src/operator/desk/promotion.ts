import type { NewPromotion, Promotion } from "../../api/wire-operator";
import { zoned } from "../../kitchen/zoned";

/// A promotion as it is typed: text, until it can be sent.
export interface Draft {
  code: string;
  kind: Promotion["kind"];
  percent: string;
  amount: string;
  most: string;
  minimum: string;
  starts: string;
  ends: string;
  limit: string;
  perCustomer: string;
  restaurant: number | null;
  fundedBy: "platform" | "restaurant";
}

export const blank: Draft = {
  code: "", kind: "percent", percent: "10", amount: "", most: "", minimum: "", starts: "", ends: "", limit: "",
  perCustomer: "1", restaurant: null, fundedBy: "platform",
};

export type Wrong = "code" | "percent" | "amount" | "most" | "minimum" | "starts" | "ends" | "limit" | "perCustomer" | "restaurant";

const number = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/// The clock of the town decides when a promotion begins and ends, wherever it is typed.
function moment(text: string, zone: string): Date | null {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text);
  return found ? zoned(found[1] ?? "", found[2] ?? "", zone) : null;
}

/// What can't be like that.
export function wrongIn(it: Draft, now: number, zone: string): Set<Wrong> {
  const wrong = new Set<Wrong>();
  const say = (field: Wrong, bad: boolean) => void (bad && wrong.add(field));
  const outside = (text: string, least: number, most: number, whole = false) => {
    const n = number(text);
    return n !== null && !(n >= least && n <= most && (!whole || Number.isInteger(n)));
  };
  say("code", !/^[A-Z0-9_-]{3,40}$/i.test(it.code));
  say("percent", it.kind === "percent" && (!it.percent.trim() || outside(it.percent, 1, 100, true)));
  say("amount", it.kind === "amount" && (!it.amount.trim() || outside(it.amount, 0.01, 10_000)));
  say("most", it.kind === "percent" && outside(it.most, 0.01, 10_000));
  say("minimum", outside(it.minimum, 0, 10_000));
  say("limit", outside(it.limit, 1, 1_000_000_000, true));
  say("perCustomer", outside(it.perCustomer, 1, 1_000_000, true));
  const starts = moment(it.starts, zone);
  const ends = moment(it.ends, zone);
  say("ends", ends !== null && (ends.getTime() <= now || (starts !== null && ends <= starts)));
  say("restaurant", it.fundedBy === "restaurant" && it.restaurant === null);
  return wrong;
}

/// What is sent, or null while something is missing or wrong.
export function promotionOf(it: Draft, now: number, zone: string): NewPromotion | null {
  if (wrongIn(it, now, zone).size) return null;
  const said = {
    percent: it.kind === "percent" ? number(it.percent) : null,
    amount: it.kind === "amount" ? number(it.amount) : null,
    most_discount: it.kind === "percent" ? number(it.most) : null,
    minimum_items: number(it.minimum),
    restaurant_id: it.restaurant,
    starts_at: moment(it.starts, zone)?.toISOString() ?? null,
    ends_at: moment(it.ends, zone)?.toISOString() ?? null,
    limit: number(it.limit),
    limit_per_customer: number(it.perCustomer),
  };
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  return { code: it.code, kind: it.kind, funded_by: it.fundedBy, ...given } as NewPromotion;
}

export type Standing = "running" | "soon" | "over" | "used" | "ended";

/// Whether it counts now, and if not, why.
export function standing(it: Promotion, now: number): Standing {
  if (!it.active) return "ended";
  if (it.ends_at && Date.parse(it.ends_at) <= now) return "over";
  if (it.limit !== null && it.used >= it.limit) return "used";
  return it.starts_at && Date.parse(it.starts_at) > now ? "soon" : "running";
}
