import { expect, test } from "vitest";
import type { Line } from "../../api/wire";
import type { Promotion, Refund } from "../../api/wire-operator";
import { orderIn } from "../../testing";
import { leftOf, wishOf } from "../order/refunds";
import { actor, story } from "../order/story";
import { blank, type Draft, promotionOf, standing, wrongIn } from "./promotion";

const NOW = Date.parse("2026-05-04T18:00:00Z");
const sent = (changes: Partial<Draft>) => promotionOf({ ...blank, ...changes }, NOW, "Europe/Monaco");

test("a promotion says what goes with its kind, and nothing that was left empty", () => {
  expect(sent({ code: "WELCOME", percent: "15", most: "5" }))
    .toEqual({ code: "WELCOME", kind: "percent", percent: 15, most_discount: 5, limit_per_customer: 1, funded_by: "platform" });
  expect(sent({ code: "FIVE", kind: "amount", amount: "5", perCustomer: "" }))
    .toEqual({ code: "FIVE", kind: "amount", amount: 5, funded_by: "platform" });
});

test("a promotion that can't be is not sent", () => {
  expect(sent({})).toBeNull();
  expect(sent({ code: "A B C" })).toBeNull();
  expect(sent({ code: "MORE", percent: "101" })).toBeNull();
  expect(sent({ code: "MORE", percent: "12.5" })).toBeNull();
  expect(sent({ code: "MORE", kind: "amount" })).toBeNull();
  expect(sent({ code: "MORE", limit: "0" })).toBeNull();
  expect([...wrongIn({ ...blank, code: "MORE", fundedBy: "restaurant" }, NOW, "Europe/Monaco")]).toEqual(["restaurant"]);
});

test("a promotion begins and ends by the clock of the town, and not in the past", () => {
  expect(sent({ code: "LATE", ends: "2026-05-04T23:00" })).toMatchObject({ ends_at: "2026-05-04T21:00:00.000Z" });
  expect(sent({ code: "LATE", ends: "2026-05-04T19:30" })).toBeNull();
  expect(sent({ code: "LATE", starts: "2026-05-05T12:00", ends: "2026-05-05T11:00" })).toBeNull();
});

test("a promotion that is switched on may be over all the same", () => {
  const it = { active: true, limit: null, used: 3, starts_at: null, ends_at: null } as Promotion;
  expect(standing(it, NOW)).toBe("running");
  expect(standing({ ...it, ends_at: "2026-05-04T17:00:00Z" }, NOW)).toBe("over");
  expect(standing({ ...it, limit: 3 }, NOW)).toBe("used");
  expect(standing({ ...it, starts_at: "2026-05-05T17:00:00Z" }, NOW)).toBe("soon");
  expect(standing({ ...it, active: false }, NOW)).toBe("ended");
});

const line = { line: 1, quantity: 3 } as Line;
const refund = (quantity: number, status: Refund["status"]) => ({ items: [{ line: 1, quantity }], status }) as Refund;

test("each dish is refunded once; a refused refund leaves it free", () => {
  expect(leftOf(line, [refund(1, "Confirmed"), refund(1, "Wanted"), refund(1, "Refused")])).toBe(1);
});

test("a refund is an amount within what is left, or dishes, or all", () => {
  expect(wishOf("all", "", {}, 10)).toEqual({});
  expect(wishOf("amount", "10", {}, 10)).toEqual({ amount: 10 });
  expect(wishOf("amount", "10.01", {}, 10)).toBeNull();
  expect(wishOf("amount", "", {}, 10)).toBeNull();
  expect(wishOf("items", "", { 1: 2, 2: 0 }, 10)).toEqual({ items: [{ line: 1, quantity: 2 }] });
  expect(wishOf("items", "", { 1: 0 }, 10)).toBeNull();
});

test("an order's steps and its ride's are one story", () => {
  const step = (status: "Placed" | "Delivered", at: string) => ({ step: 1, status, at, by: "customer 12", why: null, code: null, trace_id: null });
  const order = orderIn("Delivered", { timeline: [step("Placed", "2026-05-04T17:00:00Z"), step("Delivered", "2026-05-04T18:00:00Z")] });
  const ride = { timeline: [{ step: 1, status: "Waiting", at: "2026-05-04T17:01:00Z", by: "order", why: null }] };
  expect(story(order, ride as never).map((it) => it.status)).toEqual(["Placed", "Waiting", "Delivered"]);
  expect(actor("courier 31")).toEqual({ who: "courier", id: 31 });
  expect(actor("deadline")).toEqual({ who: "deadline", id: null });
});
