import { expect, test } from "vitest";
import { summary } from "../figures/summary";
import { added, columns, EVERY_MS, MOST, type Sample } from "./history";
import { merged } from "./notices";

const n = { underWay: 5, hand: 0, late: 1, unassigned: 0, riding: 2, online: 3, onTime: null, minutes: 30 };

test("a number is kept now and then, and not for ever", () => {
  const first = added([], 0, n);
  expect(added(first, EVERY_MS - 1, n)).toBe(first);
  expect(added(first, EVERY_MS, n)).toHaveLength(2);
  let all: Sample[] = [];
  for (let i = 0; i < MOST + 5; i++) all = added(all, i * EVERY_MS, n);
  expect(all).toHaveLength(MOST);
});

test("where nobody looked, a chart has a hole", () => {
  const [at, underWay] = columns(added(added([], 0, n), 10 * EVERY_MS, n));
  expect(at).toEqual([0, EVERY_MS / 1000, (10 * EVERY_MS) / 1000]);
  expect(underWay).toEqual([5, null, 5]);
});

test("a line in words leaves the holes out", () => {
  expect(summary([null, 3, 9, null, 4])).toEqual({ last: 4, least: 3, most: 9 });
  expect(summary([null])).toBeNull();
});

test("a message that comes twice is there once, the newest first", () => {
  const it = (id: number, read = false) => ({ notification_id: id, kind: "order.overdue", text: "", order_id: 1, at: "", read });
  expect(merged([it(2), it(1)], [it(3), it(2, true)]).map((one) => [one.notification_id, one.read])).toEqual([[3, false], [2, true], [1, false]]);
});
