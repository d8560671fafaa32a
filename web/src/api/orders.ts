import { json } from "./json";
import { keyFor, settle } from "./keys";
import { Failure } from "./failure";
import type {
  CancellationCost, Delivery, NewOrder, OrderSummary, OrderView, Problem, ProblemItem, ProblemKind,
  Quote, Receipt, SlotList, Wallet,
} from "./wire";

export const quote = (wish: NewOrder): Promise<Quote> =>
  json("/quotes", { method: "POST", body: wish });

export const slots = (restaurant: number): Promise<SlotList> =>
  json(`/slots?restaurant_id=${restaurant}`);

/// Makes something at most once, however often it is sent: with the same key until it is settled.
export async function create<T>(purpose: string, path: string, body: unknown): Promise<T> {
  try {
    const headers = { "Idempotency-Key": keyFor(purpose, body) };
    const made = await json<T>(path, { method: "POST", body, headers });
    settle(purpose);
    return made;
  } catch (failure) {
    if (failure instanceof Failure && !failure.uncertain) settle(purpose);
    throw failure;
  }
}

export const place = (order: NewOrder): Promise<{ order_id: number }> =>
  create("order", "/orders", order);

export const readOrder = (id: number): Promise<OrderView> => json(`/orders/${id}`);

export const listOrders = (cursor = ""): Promise<{ orders: OrderSummary[]; next_cursor: string | null }> =>
  json(`/orders?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

export const cancellationCost = (id: number): Promise<CancellationCost> =>
  json(`/orders/${id}/cancellation`);

export const cancel = (id: number, charged: number | null): Promise<OrderView> =>
  json(`/orders/${id}/cancel`, { method: "POST", body: charged === null ? {} : { charged } });

export const answerSubstitution = (id: number, which: number, answer: "accept" | "drop"): Promise<OrderView> =>
  json(`/orders/${id}/substitutions/${which}/${answer}`, { method: "POST" });

export interface NewProblem {
  kind: ProblemKind;
  items?: ProblemItem[];
  text?: string;
  photo?: string;
}

export const reportProblem = (id: number, problem: NewProblem): Promise<Problem> =>
  create(`problem.${id}`, `/orders/${id}/problems`, problem);

export const readProblems = (id: number): Promise<{ problems: Problem[] }> =>
  json(`/orders/${id}/problems`);

export const receipt = (id: number): Promise<Receipt> => json(`/receipts/${id}`);

export const wallet = (): Promise<Wallet> => json("/wallet");

/// The ride of an order, once there is one.
export async function rideOf(id: number): Promise<Delivery | null> {
  const found = await json<{ deliveries: Delivery[] }>(`/deliveries?order_id=${id}&limit=1`);
  return found.deliveries[0] ?? null;
}
