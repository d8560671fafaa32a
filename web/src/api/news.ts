import type { components } from "schema/notification";
import { body, http } from "./http";
import type { Solid } from "./solid";

// The signed-in person's inbox.

export type News = Solid<components["schemas"]["Notification"]>;
export type NewsPage = Solid<components["schemas"]["NotificationList"]>;

export const readNews = (cursor: string | null = null): Promise<NewsPage> =>
  body(http.GET("/notifications", { params: { query: { limit: 20, ...(cursor ? { cursor } : {}) } } })) as Promise<NewsPage>;

export const readUpTo = async (): Promise<number> =>
  ((await body(http.POST("/notifications/read"))) as { unread: number }).unread;

export const readOne = async (notification_id: number): Promise<number> =>
  ((await body(http.POST("/notifications/{notification_id}/read", { params: { path: { notification_id } } }))) as { unread: number }).unread;
