import { expect, test } from "vitest";
import type { Webhook, WebhookDelivery } from "../../api/webhooks";
import { fateOf, stateOf } from "./fate";

const hook = (changes: Partial<Webhook>): Webhook => ({
  webhook_id: 1, restaurant_id: 7, url: "https://till.example/", events: [], enabled: true, status: "active",
  disabled_because: null, failing_since: null, old_secret_until: null, created_at: "2026-11-23T12:00:00Z", ...changes,
});

const sent = (changes: Partial<WebhookDelivery>): WebhookDelivery => ({
  message_id: "msg_1", type: "ticket.received", order_id: 5, status: "waiting", attempts: 0, last_status: null,
  last_error: null, created_at: "2026-11-23T12:00:00Z", delivered_at: null, next_try_at: null, ...changes,
});

test("a till that is off says who switched it off", () => {
  expect(stateOf(hook({}))).toEqual({ tone: "good", word: "active" });
  expect(stateOf(hook({ status: "failing" })).word).toBe("failing");
  expect(stateOf(hook({ status: "disabled", disabled_because: "by_owner" })).word).toBe("off");
  expect(stateOf(hook({ status: "disabled", disabled_because: "gone" }))).toEqual({ tone: "bad", word: "gone" });
  expect(stateOf(hook({ status: "disabled", disabled_because: "failing" })).word).toBe("silent");
});

test("a message that was refused once is tried again, one that is new is on its way", () => {
  expect(fateOf(sent({})).word).toBe("soon");
  expect(fateOf(sent({ attempts: 2 }))).toEqual({ tone: "late", word: "again" });
  expect(fateOf(sent({ status: "delivered", attempts: 2 })).word).toBe("taken");
  expect(fateOf(sent({ status: "failed", attempts: 11 }))).toEqual({ tone: "bad", word: "given" });
});
