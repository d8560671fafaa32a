import { expect, test } from "vitest";
import type { Delivery, OrderSummary, Status } from "../../api/wire";
import { pastOf, sumOf } from "./past";

const START = Date.parse("2026-05-04T18:00:00Z");
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const order = (placed: number, status: Status = "Delivered", over = placed) => ({ placed_at: at(placed), status, status_at: at(over) }) as OrderSummary;
const ride = (from: number, to: number, promised: number) =>
  ({ created_at: at(from), promised_at: at(promised), timeline: [{ status: "Delivered", at: at(to) }] }) as Delivery;
const HALF = 30 * 60_000;

test("orders count when they were placed, and what came to nothing when it did", () => {
  const past = pastOf([order(1), order(2), order(29, "Cancelled", 40)], [], START, START + 2 * HALF, HALF);
  expect(past.perHour).toEqual([6, 0]);
  expect(past.ended).toEqual([0, 1]);
});

test("what arrived is on time or not; where nothing arrived there is nothing to say", () => {
  const past = pastOf([], [ride(0, 20, 25), ride(0, 28, 25)], START, START + 2 * HALF, HALF);
  expect(past.onTime).toEqual([50, null]);
  expect(past.minutes).toEqual([24, null]);
  expect(past.delivered).toEqual([2, 0]);
});

test("the whole time in five numbers", () => {
  expect(sumOf([order(1), order(2, "Declined"), order(-50)], [ride(0, 20, 25)], START, START + HALF))
    .toEqual({ placed: 2, delivered: 1, ended: 1, onTime: 100, minutes: 20 });
});
