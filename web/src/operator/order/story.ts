import type { Delivery, OrderView, Status } from "../../api/wire";
import type { RideStatus } from "../../api/wire-operator";

export interface Moment {
  at: string;
  by: string;
  why: string | null;
  /// why, where a rule or a service says it
  code: string | null;
  /// under which the logs have it
  trace: string | null;
  /// what it was a step of
  of: "order" | "ride";
  status: Status | RideStatus;
}

/// The order's steps and those of its ride, as one story, the first first.
export function story(order: OrderView, ride: Delivery | null): Moment[] {
  const steps: Moment[] = order.timeline.map(({ at, by, why, code, trace_id, status }) => ({
    at, by, why, code: code ?? null, trace: trace_id ?? null, status, of: "order",
  }));
  for (const it of ride?.timeline ?? []) steps.push({ at: it.at, by: it.by, why: it.why ?? null, code: null, trace: null, status: it.status, of: "ride" });
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.of === b.of ? 0 : a.of === "order" ? -1 : 1));
}

/// "courier 31" as who and which, for the reader's language.
export function actor(by: string): { who: string; id: number | null } {
  const found = /^([a-z_ ]+?) (\d+)$/.exec(by);
  return found ? { who: found[1] ?? by, id: Number(found[2]) } : { who: by, id: null };
}
