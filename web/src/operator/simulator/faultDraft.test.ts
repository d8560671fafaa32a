import { expect, test } from "vitest";
import { blankFault, faultOf, providerOf } from "./faultDraft";

test("a fault says what it hits and how; one that would do nothing is not sent", () => {
  expect(faultOf(blankFault)).toEqual({ service: "order", route: "/orders", percent: 20, delay_ms: 0, status: 503, abort: false });
  expect(faultOf({ ...blankFault, end: "abort", delay: "300" })).toMatchObject({ abort: true, status: null, delay_ms: 300 });
  expect(faultOf({ ...blankFault, end: "work" })).toBeNull();
  expect(faultOf({ ...blankFault, end: "work", delay: "2000" })).toMatchObject({ status: null, abort: false });
});

test("a fault that can't be is not sent", () => {
  expect(faultOf({ ...blankFault, percent: "0" })).toBeNull();
  expect(faultOf({ ...blankFault, percent: "" })).toBeNull();
  expect(faultOf({ ...blankFault, route: "orders" })).toBeNull();
  expect(faultOf({ ...blankFault, delay: "60001" })).toBeNull();
});

test("a provider declines and falls silent in parts of one whole", () => {
  const draft = { decline: "30", timeout: "", delay: "250", doubled: "10", shuffled: "" };
  expect(providerOf(draft)).toEqual({ decline_percent: 30, timeout_percent: 0, delay_ms: 250, webhooks_doubled_percent: 10, webhooks_shuffled_ms: 0 });
  expect(providerOf({ ...draft, decline: "60", timeout: "50" })).toBeNull();
  expect(providerOf({ ...draft, decline: "101" })).toBeNull();
  expect(providerOf({ ...draft, doubled: "101" })).toBeNull();
});
