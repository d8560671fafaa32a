import { Failure } from "./failure";
import { send } from "./http";
import { json, make } from "./json";
import type { OrderView } from "./wire";
import type { Delivery, User } from "./wire";
import type {
  Accuracy, Courier, Decision, Health, LedgerCheck, LedgerEntry, Liable, NewPromotion, NewRefund,
  NewRestriction, Notification, Paged, Party, Payment, Payout, Promotion, Refund, Reported,
  Restriction, RideStatus, Role, Shares, Zone,
} from "./wire-operator";
import type { ParkedEvent, ParkedEvents } from "./wire-watch";

// What only operators ask for and do.

/// A query of what is given; nothing for what isn't.
export const ask = (path: string, given: Record<string, string | number | boolean | null | undefined>) => {
  const said = Object.entries(given).filter(([, it]) => it !== null && it !== undefined && it !== "");
  const query = new URLSearchParams(said.map(([name, it]) => [name, String(it)]));
  return query.size ? `${path}?${query}` : path;
};

export const ridesIn = (status: RideStatus): Promise<Paged<"deliveries", Delivery>> =>
  json(ask("/deliveries", { status, limit: 100 }));

export async function allCouriers(): Promise<Courier[]> {
  const found: Courier[] = [];
  let cursor: string | null = null;
  do {
    const page: Paged<"couriers", Courier> = await json(ask("/couriers", { limit: 100, cursor }));
    found.push(...page.couriers);
    cursor = page.next_cursor;
  } while (cursor && found.length < 1000);
  return found;
}

export const reassign = (delivery: number, courier: number | null, reason: string): Promise<Delivery> =>
  json(`/deliveries/${delivery}/reassign`, {
    method: "POST",
    body: { reason, ...(courier === null ? {} : { courier_id: courier }) },
  });

export const decisionsOn = (delivery: number): Promise<{ decisions: Decision[] }> =>
  json(`/deliveries/${delivery}/decisions`);

export const accuracy = (): Promise<{ accuracy: Accuracy[] }> => json("/estimates/accuracy");

export const cancelFor = (order: number, reason: string, liable: Liable): Promise<OrderView> =>
  json(`/orders/${order}/cancel`, { method: "POST", body: { reason, liable } });

export async function paymentOf(order: number): Promise<Payment | null> {
  const page = await json<Paged<"payments", Payment>>(ask("/payments", { order_id: order, limit: 1 }));
  return page.payments[0] ?? null;
}

export const refundsOf = (payment: number): Promise<{ refunds: Refund[]; currency: string }> =>
  json(`/payments/${payment}/refunds`);

export const refund = (payment: number, wish: NewRefund): Promise<Payment> =>
  make(`refund.${payment}`, `/payments/${payment}/refunds`, wish);

export const sharesOf = async (order: number): Promise<Shares | null> =>
  (await json<{ shares: Shares | null }>(`/receipts/${order}`)).shares;

export const entries = (wish: { order_id?: number; account?: string; cursor?: string; limit?: number }):
  Promise<Paged<"entries", LedgerEntry>> => json(ask("/ledger/entries", wish));

export const checkLedger = (full: boolean): Promise<LedgerCheck> => json(ask("/ledger/check", { full }));

export const payouts = (cursor = ""): Promise<Paged<"payouts", Payout>> =>
  json(ask("/payouts", { limit: 20, cursor }));

export const payOut = (party: Party, until: string): Promise<Paged<"payouts", Payout>> =>
  make("payouts", "/payouts", { party, until });

export const problems = (status: Reported["status"], cursor = ""): Promise<Paged<"problems", Reported>> =>
  json(ask("/problems", { status, limit: 50, cursor }));

export interface Resolution { refund?: number; liable?: Liable; answer: string }

export const resolve = (problem: number, resolution: Resolution): Promise<Reported> =>
  json(`/problems/${problem}/resolve`, { method: "POST", body: resolution });

export const promotions = (cursor = ""): Promise<Paged<"promotions", Promotion>> =>
  json(ask("/promotions", { limit: 50, cursor }));

export const promote = (wish: NewPromotion): Promise<Promotion> => make("promotion", "/promotions", wish);

export const switchPromotion = (code: string, active: boolean): Promise<Promotion> =>
  json(`/promotions/${encodeURIComponent(code)}`, { method: "PUT", body: { active } });

export const restrictions = (): Promise<{ restrictions: Restriction[] }> => json("/zones/restrictions");

export const restrict = (wish: NewRestriction): Promise<Restriction> =>
  make("restriction", "/zones/restrictions", wish);

export const endRestriction = (id: number): Promise<null> =>
  json(`/zones/restrictions/${id}`, { method: "DELETE" });

export const zoneOf = (restaurant: number, lat: number, lon: number): Promise<Zone> =>
  json(ask(`/zones/${restaurant}`, { lat, lon }));

export const people = (q: string, role: Role | "", cursor = ""): Promise<Paged<"users", User>> =>
  json(ask("/users", { q, role, cursor, limit: 50 }));

export const registerCourier = (courier_id: number, name: string, vehicle: string): Promise<Courier> =>
  make(`courier.${courier_id}`, "/couriers", { courier_id, name, vehicle });

export const setShift = (courier: number, online: boolean): Promise<Courier> =>
  json(`/couriers/${courier}/shift`, { method: "PUT", body: { online } });

export const giveCredit = (customer: number, amount: number, reason: string): Promise<unknown> =>
  make(`credit.${customer}`, `/wallets/${customer}/credits`, { amount, reason });

export const notices = (cursor = ""): Promise<Paged<"notifications", Notification> & { unread: number }> =>
  json(ask("/notifications", { limit: 50, cursor }));

export const readNotices = (): Promise<{ unread: number }> => json("/notifications/read", { method: "POST" });

/// How every service is; a whole that is not well answers so with 503, and that is no failure here.
export async function health(): Promise<Health> {
  const response = await send(new Request(new URL("/status", location.origin)));
  const told = await response.clone().json().catch(() => null) as Health | null;
  if (!told?.services) throw await Failure.of(response);
  return told;
}

export const parked = (): Promise<ParkedEvents> => json("/parked");

export const retry = (it: ParkedEvent): Promise<unknown> =>
  json(`/parked/${it.service}/${it.id}/retry`, { method: "POST" });

/// Those behind it go on without it.
export const drop = (it: ParkedEvent): Promise<unknown> =>
  json(`/parked/${it.service}/${it.id}/drop`, { method: "POST" });
