import type { components } from "schema/restaurant";
import { json, make } from "./json";
import type { Ticket, TicketStatus } from "./kitchen";
import type { Solid } from "./solid";

export type Review = Solid<components["schemas"]["Review"]>;

/// Longer than was said. The purpose names the time that it counts from, so that a request which
/// was carried out without an answer isn't taken for the next one.
export const delay = (ticket: Ticket, minutes: number): Promise<Ticket> =>
  make(
    `delay.${ticket.order_id}.${ticket.ready_at ?? ""}`,
    `/restaurants/${ticket.restaurant_id}/tickets/${ticket.order_id}/delay`,
    { minutes },
  );

export interface TicketPage { tickets: Ticket[]; next_cursor: string | null }

interface Wish { status: TicketStatus[]; since: string; cursor?: string | null; limit?: number }

const next = (cursor: string | null | undefined) => (cursor ? `&cursor=${encodeURIComponent(cursor)}` : "");

/// The newest first.
export const latest = (restaurant: number, { status, since, cursor, limit = 50 }: Wish): Promise<TicketPage> =>
  json(
    `/restaurants/${restaurant}/tickets?order=newest&status=${status.join(",")}&since=${encodeURIComponent(since)}` +
      `&limit=${limit}${next(cursor)}`,
  );

export const readReviews = (restaurant: number, cursor: string | null = null): Promise<{ reviews: Review[]; next_cursor: string | null }> =>
  json(`/restaurants/${restaurant}/reviews?limit=20${next(cursor)}`);
