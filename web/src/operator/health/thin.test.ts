import { expect, test } from "vitest";
import type { HealthSample } from "../../api/wire-watch";
import { byService } from "./replicas";
import { columnsOf, thin } from "./thin";

const START = Date.parse("2026-05-04T18:00:00Z");
const sample = (seconds: number, changes: Partial<HealthSample> = {}): HealthSample => ({
  at: new Date(START + seconds * 1000).toISOString(), replicas: 2, up: 2, latency_ms: 10, requests_per_second: 5, error_percent: 0, ...changes,
});

test("many samples become few, and none of them hides the worst", () => {
  const all = Array.from({ length: 100 }, (_, i) => sample(i * 5, i === 42 ? { latency_ms: 900, up: 1 } : {}));
  const columns = columnsOf(thin(all, START, 10));
  expect(columns.at).toHaveLength(10);
  expect(Math.max(...columns.latency.map(Number))).toBe(900);
  expect(Math.min(...columns.up.map(Number))).toBe(1);
});

test("only what was asked for, and a hole where nothing was told", () => {
  const columns = columnsOf(thin([sample(-600), sample(0), sample(5), sample(900)], START, 100));
  expect(columns.latency).toEqual([10, 10, null, 10]);
});

test("a service limps while one of its replicas is down, and is down when all are", () => {
  const replica = (status: "ok" | "down", latency_ms = 5) => ({ service: "order", replica: 1, status, latency_ms });
  expect(byService([replica("ok"), replica("down", 80)])).toEqual([{ name: "order", status: "degraded", up: 1, of: 2, latency: 80 }]);
  expect(byService([replica("down"), replica("down")])[0]?.status).toBe("down");
});
