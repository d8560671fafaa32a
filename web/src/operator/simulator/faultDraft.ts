import type { Fault, ProviderFault } from "../../api/wire-watch";

/// A fault as it is typed: text, until it can be sent.
export interface FaultDraft { service: string; route: string; percent: string; delay: string; end: string }

export const SERVICES = ["user", "restaurant", "order", "payment", "delivery", "notification", "city"];

/// What each of them is mostly asked for.
export const ROUTES: Record<string, string> = {
  user: "/users", restaurant: "/restaurants", order: "/orders", payment: "/payments", delivery: "/deliveries", notification: "/notifications", city: "/routes",
};

export const blankFault: FaultDraft = { service: "order", route: "/orders", percent: "20", delay: "0", end: "503" };

const whole = (text: string, least: number, most: number): number | null => {
  const n = text.trim() === "" ? least : Number(text);
  return Number.isInteger(n) && n >= least && n <= most ? n : null;
};

/// What is sent, or null while it can't be, or would do nothing.
export function faultOf({ service, route, percent, delay, end }: FaultDraft): Fault | null {
  const part = percent.trim() ? whole(percent, 1, 100) : null;
  const delay_ms = whole(delay, 0, 60_000);
  if (part === null || delay_ms === null || !/^\/\S*$/.test(route.trim())) return null;
  if (end === "work" && delay_ms === 0) return null;
  const status = /^\d{3}$/.test(end) ? Number(end) : null;
  return { service, route: route.trim(), percent: part, delay_ms, status, abort: end === "abort" };
}

/// A provider's faults as they are typed.
export interface ProviderDraft { decline: string; timeout: string; delay: string; doubled: string; shuffled: string }

export function providerOf({ decline, timeout, delay, doubled, shuffled }: ProviderDraft): ProviderFault | null {
  const decline_percent = whole(decline, 0, 100);
  const timeout_percent = whole(timeout, 0, 100);
  const delay_ms = whole(delay, 0, 60_000);
  const webhooks_doubled_percent = whole(doubled, 0, 100);
  const webhooks_shuffled_ms = whole(shuffled, 0, 60_000);
  if (decline_percent === null || timeout_percent === null || delay_ms === null) return null;
  if (webhooks_doubled_percent === null || webhooks_shuffled_ms === null) return null;
  if (decline_percent + timeout_percent > 100) return null;
  return { decline_percent, timeout_percent, delay_ms, webhooks_doubled_percent, webhooks_shuffled_ms };
}
