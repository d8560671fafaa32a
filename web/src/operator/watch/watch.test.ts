import { expect, test } from "vitest";
import type { Alert } from "../../api/wire-watch";
import { lasting, told } from "./alerts";
import { countOf } from "./faults";

const alert = (id: number, severity: Alert["severity"], since: string, cleared_at: string | null = null): Alert => ({
  alert_id: id, rule: "slow", severity, service: "order", replica: null, text: "", since, cleared_at,
});

test("what lasts is told, the gravest first, then the newest", () => {
  const all = [alert(1, "warning", "2026-05-04T18:00:00Z"), alert(2, "critical", "2026-05-04T17:00:00Z"), alert(3, "critical", "2026-05-04T18:00:00Z"), alert(4, "critical", "2026-05-04T18:00:00Z", "2026-05-04T18:01:00Z")];
  expect(lasting(all).map((it) => it.alert_id)).toEqual([3, 2, 1]);
});

test("an alert that is over takes the place of itself", () => {
  const all = told([alert(1, "warning", "2026-05-04T18:00:00Z")], alert(1, "warning", "2026-05-04T18:00:00Z", "2026-05-04T18:05:00Z"));
  expect(all).toHaveLength(1);
  expect(lasting(all)).toEqual([]);
});

test("a provider that behaves is no fault", () => {
  const fault = { service: "order", route: "/", percent: 10, delay_ms: 0, status: 500, abort: false };
  const good = { decline_percent: 0, timeout_percent: 0, delay_ms: 0, webhooks_doubled_percent: null, webhooks_shuffled_ms: null };
  expect(countOf(null)).toBe(0);
  expect(countOf({ faults: [fault], provider: good })).toBe(1);
  expect(countOf({ faults: [], provider: { ...good, webhooks_doubled_percent: 5 } })).toBe(1);
});
