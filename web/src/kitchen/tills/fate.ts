import type { Webhook, WebhookDelivery } from "../../api/webhooks";

export type Tone = "good" | "late" | "bad";

/// How a till is, and which word says so.
export function stateOf(it: Webhook): { tone: Tone; word: "active" | "failing" | "off" | "gone" | "silent" } {
  if (it.status === "active") return { tone: "good", word: "active" };
  if (it.status === "failing") return { tone: "late", word: "failing" };
  if (it.disabled_because === "gone") return { tone: "bad", word: "gone" };
  return it.disabled_because === "failing" ? { tone: "bad", word: "silent" } : { tone: "late", word: "off" };
}

/// What became of a message. One that waits without having been tried is just on its way.
export function fateOf(it: WebhookDelivery): { tone: Tone; word: "taken" | "soon" | "again" | "given" } {
  if (it.status === "delivered") return { tone: "good", word: "taken" };
  if (it.status === "failed") return { tone: "bad", word: "given" };
  return it.attempts === 0 ? { tone: "good", word: "soon" } : { tone: "late", word: "again" };
}
