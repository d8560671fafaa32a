import { expect, test } from "vitest";
import { placeOf } from "../FindSheet";
import { causeOf } from "../desk/cause";
import { actionOf, orderOf, together } from "./actions";

test("what was done is told from method and path", () => {
  expect(actionOf("POST /orders/7/cancel")).toEqual({ action: "cancel", id: "7" });
  expect(actionOf("PUT /users/12")).toEqual({ action: "person", id: "12" });
  expect(actionOf("PUT /restaurants/7/hours")).toEqual({ action: "menu", id: "7" });
  expect(actionOf("GET /orders/7")).toBeNull();
  expect(orderOf("POST /orders/7/cancel")).toBe("7");
  expect(orderOf("PUT /users/12")).toBeNull();
});

test("a number is an order's; anything else is somebody", () => {
  expect(placeOf(" #1043 ")).toBe("/operator/order-1043");
  expect(placeOf("eve@x.mc")).toBe("/operator/people?q=eve%40x.mc");
});

test("the books' few sentences are understood", () => {
  expect(causeOf("ride of courier 28 for order 1317: Delivered.")).toEqual({ cause: "ride", ids: ["28", "1317"] });
  expect(causeOf("settlement of order 7")).toEqual({ cause: "settlement", ids: ["7"] });
  expect(causeOf("an old debt")).toBeNull();
});

test("what one request did in several services is one line", () => {
  const entry = (service: string, trace_id: string) => ({ service, trace_id, action: "PUT /faults", status: 200 });
  const lines = together([entry("city", "a"), entry("order", "a"), entry("order", "b")]);
  expect(lines.map((it) => it.services)).toEqual([["city", "order"], ["order"]]);
});
