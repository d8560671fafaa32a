import { Failure } from "./failure";
import { send } from "./http";
import { json } from "./json";
import { ask } from "./operate";
import type { OrderSummary, Status, User } from "./wire";
import type { Delivery } from "./wire";
import type { Paged, RideStatus } from "./wire-operator";
import type {
  Alert, Applicant, AuditEntry, Drive, Faults, HealthHistory, Review, SimulatorState,
} from "./wire-watch";

// How the whole is doing, who did what to it, and how it is driven.

/// What may not exist where we are: null then, and any other failure stays one.
async function perhaps<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (failure) {
    if (failure instanceof Failure && failure.status === 404) return null;
    throw failure;
  }
}

export const alerts = (): Promise<{ alerts: Alert[] }> => json("/alerts");

export const healthHistory = (service: string): Promise<HealthHistory> =>
  json(ask("/health/history", { service }));

export interface AuditPage { entries: AuditEntry[]; next: string | null; unreachable: string[] }

/// A page of who did what, and which services could not be asked.
export async function audit(cursor: string): Promise<AuditPage> {
  const response = await send(new Request(new URL(ask("/audit", { limit: 100, cursor }), location.origin)));
  if (!response.ok) throw await Failure.of(response);
  const page = (await response.json()) as { entries: AuditEntry[]; next_cursor?: string | null };
  const unreachable = (response.headers.get("X-Unreachable") ?? "").split(/,\s*/).filter(Boolean);
  return { entries: page.entries, next: page.next_cursor ?? null, unreachable };
}

export const faults = (): Promise<Faults | null> => perhaps(json<Faults>("/faults"));

export const putFaults = (all: Faults): Promise<Faults> => json("/faults", { method: "PUT", body: all });

export const simulator = (): Promise<SimulatorState | null> => perhaps(json<SimulatorState>("/simulator"));

export const drive = (changes: Partial<Drive>): Promise<SimulatorState> =>
  json("/simulator", { method: "PUT", body: changes });

export const applications = (cursor = ""): Promise<Paged<"applications", Applicant>> =>
  json(ask("/applications", { limit: 50, cursor }));

export const refuseApplication = (user: number, role: string): Promise<null> =>
  json(`/users/${user}/applications/${role}`, { method: "DELETE" });

export const reviews = (restaurant: number, cursor = ""): Promise<Paged<"reviews", Review>> =>
  json(ask(`/restaurants/${restaurant}/reviews`, { limit: 30, cursor }));

export const giveRoles = (user: User, roles: User["roles"], restaurants: number[]): Promise<User> =>
  json(`/users/${user.user_id}`, {
    method: "PUT", headers: { "If-Match": `"${user.version}"` }, body: { roles, restaurants },
  });

interface OrderWish {
  status?: Status; customer_id?: number; from?: string; to?: string; stuck?: boolean; limit?: number; cursor?: string;
}

export const ordersLike = (wish: OrderWish): Promise<Paged<"orders", OrderSummary>> =>
  json(ask("/orders", { limit: 100, ...wish }));

/// All rides under way at once.
export async function liveRides(): Promise<Delivery[]> {
  return (await json<Paged<"deliveries", Delivery>>("/deliveries?live=true")).deliveries;
}

export const ridesLike = (status: RideStatus, cursor = ""): Promise<Paged<"deliveries", Delivery>> =>
  json(ask("/deliveries", { status, limit: 100, cursor }));
