import type { components } from "schema/restaurant";
import { json, make } from "./json";
import type { Solid } from "./solid";

type Schemas = components["schemas"];
export type Webhook = Solid<Schemas["Webhook"]>;
export type WebhookSecret = Solid<Schemas["WebhookSecret"]>;
export type WebhookDelivery = Solid<Schemas["WebhookDelivery"]>;
export interface DeliveryPage { deliveries: WebhookDelivery[]; next_cursor: string | null }

const all = (restaurant: number) => `/restaurants/${restaurant}/webhooks`;
const one = (it: Webhook, rest = "") => `${all(it.restaurant_id)}/${it.webhook_id}${rest}`;

export const readWebhooks = async (restaurant: number): Promise<Webhook[]> =>
  (await json<{ webhooks: Webhook[] }>(all(restaurant))).webhooks;

export const addWebhook = (restaurant: number, url: string): Promise<WebhookSecret> =>
  make(`webhook.${restaurant}`, all(restaurant), { url });

export const switchWebhook = (it: Webhook, enabled: boolean): Promise<Webhook> =>
  json(one(it), { method: "PUT", body: { enabled } });

export const removeWebhook = (it: Webhook): Promise<unknown> => json(one(it), { method: "DELETE" });

export const newSecret = (it: Webhook): Promise<WebhookSecret> =>
  make(`webhook.secret.${it.webhook_id}`, one(it, "/secret"), {});

export const testWebhook = (it: Webhook): Promise<unknown> => make(`webhook.test.${it.webhook_id}`, one(it, "/test"), {});

export const readDeliveries = (it: Webhook, cursor: string | null = null): Promise<DeliveryPage> =>
  json(one(it, `/deliveries?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`));

export const replay = (it: Webhook, message: string): Promise<unknown> =>
  make(`webhook.replay.${message}`, one(it, `/deliveries/${message}/replay`), {});
