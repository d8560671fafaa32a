import { body, http, send } from "./http";
import { Failure } from "./failure";
import { create } from "./keys";
import type {
  CancellationCost, Delivery, NewOrder, NewProblem, OrderList, OrderView, Photo, Problem, Quote, Receipt,
  SlotList, Wallet,
} from "./wire";

const of = (order_id: number) => ({ path: { order_id } });

export const quote = (wish: NewOrder): Promise<Quote> =>
  body(http.POST("/quotes", { body: wish as Required<NewOrder> })) as Promise<Quote>;

export const slots = (restaurant_id: number): Promise<SlotList> =>
  body(http.GET("/slots", { params: { query: { restaurant_id } } })) as Promise<SlotList>;

export const place = (order: NewOrder): Promise<{ order_id: number }> =>
  create("order", order, (header) =>
    body(http.POST("/orders", { params: { header }, body: order as Required<NewOrder> })) as Promise<{ order_id: number }>,
  );

export const readOrder = (id: number): Promise<OrderView> =>
  body(http.GET("/orders/{order_id}", { params: of(id) })) as Promise<OrderView>;

export const listOrders = (cursor = ""): Promise<OrderList> =>
  body(http.GET("/orders", { params: { query: { limit: 20, ...(cursor ? { cursor } : {}) } } })) as Promise<OrderList>;

export const cancellationCost = (id: number): Promise<CancellationCost> =>
  body(http.GET("/orders/{order_id}/cancellation", { params: of(id) })) as Promise<CancellationCost>;

/// @param charged what the customer was shown that it costs them
export const cancel = (id: number, charged: number): Promise<OrderView> =>
  body(http.POST("/orders/{order_id}/cancel", { params: of(id), body: { charged } })) as Promise<OrderView>;

export function answerSubstitution(id: number, which: number, answer: "accept" | "drop"): Promise<OrderView> {
  const params = { path: { order_id: id, substitution_id: which } };
  const asked =
    answer === "accept"
      ? http.POST("/orders/{order_id}/substitutions/{substitution_id}/accept", { params })
      : http.POST("/orders/{order_id}/substitutions/{substitution_id}/drop", { params });
  return body(asked) as Promise<OrderView>;
}

export const reportProblem = (id: number, problem: NewProblem): Promise<Problem> =>
  create(`problem.${id}`, problem, (header) =>
    body(http.POST("/orders/{order_id}/problems", { params: { ...of(id), header }, body: problem })) as Promise<Problem>,
  );

/// Sends a picture of a delivered order; the answer names it for the problem.
///
/// @param key the same for every try with this picture
export async function sendPhoto(id: number, picture: Blob, key: string): Promise<Photo> {
  const headers = { "Content-Type": picture.type, "Idempotency-Key": key };
  const request = new Request(new URL(`/orders/${id}/photos`, location.origin), { method: "POST", headers, body: picture });
  const response = await send(request);
  if (!response.ok) throw await Failure.of(response);
  return (await response.json()) as Photo;
}

export const readProblems = async (id: number): Promise<Problem[]> =>
  ((await body(http.GET("/orders/{order_id}/problems", { params: of(id) }))) as { problems: Problem[] }).problems;

export const receipt = (id: number): Promise<Receipt> =>
  body(http.GET("/receipts/{order_id}", { params: of(id) })) as Promise<Receipt>;

export const wallet = (): Promise<Wallet> => body(http.GET("/wallet")) as Promise<Wallet>;

/// The ride of an order, once there is one.
export async function rideOf(id: number): Promise<Delivery | null> {
  const found = (await body(http.GET("/deliveries", { params: { query: { order_id: id, limit: 1 } } }))) as { deliveries: Delivery[] };
  return found.deliveries[0] ?? null;
}
