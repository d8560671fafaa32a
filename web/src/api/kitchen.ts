import type { components } from "schema/restaurant";
import { Failure } from "./failure";
import { send } from "./http";
import { json } from "./json";
import { keyFor, settle } from "./keys";
import type { Solid } from "./solid";
import type { TicketPage } from "./tickets";
import type { Card, Menu, Substitution } from "./wire";

type Schemas = components["schemas"];
export type Ticket = Solid<Schemas["Ticket"]>;
export type TicketLine = Ticket["items"][number];
export type TicketStatus = Ticket["status"];
export type Hours = Solid<Schemas["Hours"]>;
export type Opening = Hours["weekly"][number];
export type SpecialDay = Hours["exceptions"][number];
export type Pace = Solid<Schemas["Pace"]>;
export type ItemChange = Schemas["ItemChange"];

/// Something and the version that it has, for a change which is based on it.
export interface Tagged<T> { tag: string; value: T }

async function tagged<T>(path: string, put?: { body: unknown; tag: string }): Promise<Tagged<T>> {
  const headers: Record<string, string> = put ? { "Content-Type": "application/json", "If-Match": put.tag } : {};
  const request = new Request(new URL(path, location.origin), {
    // a menu may be kept by browsers for a moment; who changes it must see it as it is
    cache: "no-cache",
    headers,
    ...(put ? { method: "PUT", body: JSON.stringify(put.body) } : {}),
  });
  const response = await send(request);
  if (!response.ok) throw await Failure.of(response);
  return { tag: response.headers.get("ETag") ?? "*", value: (await response.json()) as T };
}

const at = (restaurant: number, rest = "") => `/restaurants/${restaurant}${rest}`;

export const readOwnMenu = async (restaurant: number): Promise<Menu> => (await tagged<Menu>(at(restaurant))).value;

export async function myRestaurants(ids: number[] | null): Promise<Card[]> {
  const found: Card[] = [];
  let cursor: string | null = null;
  do {
    const page: { restaurants: Card[]; next_cursor: string | null } = await json(
      `/restaurants?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );
    found.push(...page.restaurants.filter((it) => !ids || ids.includes(it.restaurant_id)));
    cursor = page.next_cursor;
  } while (cursor && (!ids || found.length < ids.length));
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

const BOARD = "Scheduled,New,Received,Preparing,Complete";

/// What the board's stream begins with, asked for once.
export async function readBoard(restaurant: number): Promise<Ticket[]> {
  const all: Ticket[] = [];
  let cursor: string | null = null;
  do {
    const page: TicketPage = await json(
      at(restaurant, `/tickets?status=${BOARD}&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`),
    );
    all.push(...page.tickets);
    cursor = page.next_cursor;
  } while (cursor && all.length < 500);
  return all;
}

export interface TicketMove {
  status: "Received" | "Preparing" | "Complete" | "Rejected";
  preparation_minutes?: number;
  reason?: string;
}

/// Said twice is said once, so it may be sent again.
export const moveTicket = (ticket: Ticket, move: TicketMove): Promise<unknown> =>
  json("/callback/restaurants/orders", {
    method: "POST",
    body: { restaurant_id: ticket.restaurant_id, order_id: ticket.order_id, ...move },
  });

export const readPace = (restaurant: number): Promise<Tagged<Pace>> => tagged(at(restaurant, "/pace"));
export const changePace = (restaurant: number, body: Pace, tag: string): Promise<Tagged<Pace>> =>
  tagged(at(restaurant, "/pace"), { body, tag });

/// Pauses without looking at what else somebody has set meanwhile: that stays.
export async function pauseUntil(restaurant: number, until: string | null): Promise<void> {
  for (let tries = 0; ; tries++) {
    const { value, tag } = await readPace(restaurant);
    try {
      await changePace(restaurant, { ...value, paused_until: until }, tag);
      return;
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.status !== 412 || tries === 2) throw failure;
    }
  }
}

export const readHours = (restaurant: number): Promise<Tagged<Hours>> => tagged(at(restaurant, "/hours"));
export const changeHours = (restaurant: number, body: Hours, tag: string): Promise<Tagged<Hours>> =>
  tagged(at(restaurant, "/hours"), { body, tag });

/// @param version the menu's that the change is based on; null: whatever it is
export const changeItem = (restaurant: number, item: string, body: ItemChange, version: number | null): Promise<unknown> =>
  tagged(at(restaurant, `/items/${item}`), { body, tag: version === null ? "*" : `"${version}"` });

export async function addItem(restaurant: number, body: ItemChange): Promise<void> {
  const purpose = `dish.${restaurant}`;
  try {
    await json(at(restaurant), { method: "POST", body, headers: { "Idempotency-Key": keyFor(purpose, body) } });
    settle(purpose);
  } catch (failure) {
    if (failure instanceof Failure && !failure.uncertain) settle(purpose);
    throw failure;
  }
}

export const removeItem = (restaurant: number, item: string, version: number): Promise<unknown> =>
  json(at(restaurant, `/items/${item}`), { method: "DELETE", headers: { "If-Match": `"${version}"` } });

export interface Missing { line: number; quantity: number; item_id?: string; options?: string[]; note?: string }

export async function propose(order: number, missing: Missing): Promise<Substitution> {
  const purpose = `missing.${order}.${missing.line}`;
  try {
    const headers = { "Idempotency-Key": keyFor(purpose, missing) };
    const made = await json<Substitution>(`/orders/${order}/substitutions`, { method: "POST", body: missing, headers });
    settle(purpose);
    return made;
  } catch (failure) {
    if (failure instanceof Failure && !failure.uncertain) settle(purpose);
    throw failure;
  }
}
