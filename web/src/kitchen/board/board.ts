import type { Ticket, TicketStatus } from "../../api/kitchen";

export const COLUMNS = ["new", "preparing", "ready", "collected"] as const;
export type Column = (typeof COLUMNS)[number];
type Where = Column | "later" | "gone";

/// A ticket on the board.
export interface Card {
  ticket: Ticket;
  column: Column | "later";
  /// in which order the column's cards came into it; nothing changes it while the card stays there
  place: number;
  /// epoch milliseconds
  since: number;
  /// its dishes have changed since it came
  changed: boolean;
  /// its order was cancelled: it stays where it was until somebody has seen that
  cancelled: boolean;
}

/// Keeps the room of a card that has just left, so that no other card slips under a finger.
export interface Ghost { order: number; column: Column; place: number; to: Where; until: number }

export interface Board { cards: ReadonlyMap<number, Card>; ghosts: Ghost[]; next: number }

export const GHOST_MS = 2500;
const MOST_COLLECTED = 30;

export const emptyBoard: Board = { cards: new Map(), ghosts: [], next: 1 };

export function columnOf(status: TicketStatus): Where {
  switch (status) {
    case "Scheduled": return "later";
    case "New": return "new";
    case "Received":
    case "Preparing": return "preparing";
    case "Complete": return "ready";
    case "Collected": return "collected";
    case "Rejected":
    case "Cancelled": return "gone";
  }
}

const sameLines = (a: Ticket, b: Ticket) => JSON.stringify(a.items) === JSON.stringify(b.items);
const isOn = (column: Where): column is Column => column !== "later" && column !== "gone";

/// The board after a ticket has come or changed.
export function withTicket(board: Board, ticket: Ticket, now: number): Board {
  const id = ticket.order_id;
  const before = board.cards.get(id);
  const to = columnOf(ticket.status);
  const cards = new Map(board.cards);
  const ghosts = board.ghosts.filter((it) => it.until > now);
  if (ticket.status === "Cancelled" && before && isOn(before.column) && before.column !== "collected") {
    cards.set(id, { ...before, ticket, cancelled: true });
    return { ...board, cards, ghosts };
  }
  if (before && before.column === to) {
    const changed = before.changed || !sameLines(before.ticket, ticket);
    cards.set(id, { ...before, ticket, changed });
    return { ...board, cards, ghosts };
  }
  if (before && isOn(before.column))
    ghosts.push({ order: id, column: before.column, place: before.place, to, until: now + GHOST_MS });
  if (to === "gone") cards.delete(id);
  else
    cards.set(id, {
      ticket, column: to, place: board.next, since: now, cancelled: false,
      changed: before ? before.changed || !sameLines(before.ticket, ticket) : false,
    });
  return thinned({ cards, ghosts, next: board.next + 1 });
}

/// Of what is gone for good only the last is kept.
function thinned(board: Board): Board {
  const old = [...board.cards.values()].filter((it) => it.column === "collected").sort((a, b) => b.place - a.place);
  if (old.length <= MOST_COLLECTED) return board;
  const cards = new Map(board.cards);
  for (const it of old.slice(MOST_COLLECTED)) cards.delete(it.ticket.order_id);
  return { ...board, cards };
}

/// The board after the whole of it has come: also which cards it no longer has, of which must be
/// asked what became.
export function withAll(board: Board, tickets: Ticket[], now: number): { board: Board; lost: number[] } {
  const there = new Set(tickets.map((it) => it.order_id));
  const lost = [...board.cards.values()]
    .filter((it) => it.column !== "collected" && !it.cancelled && !there.has(it.ticket.order_id))
    .map((it) => it.ticket.order_id);
  let after = board;
  for (const ticket of inOrder(tickets)) after = withTicket(after, ticket, now);
  return { board: after, lost };
}

/// What is to be done first comes first, when a board is laid out anew.
export function inOrder(tickets: Ticket[]): Ticket[] {
  const when = (it: Ticket) => (it.status === "Scheduled" ? it.kitchen_at : it.ready_at) ?? it.created_at;
  return [...tickets].sort((a, b) => when(a).localeCompare(when(b)) || a.order_id - b.order_id);
}

/// Takes a cancelled card away, since somebody has seen it.
export function without(board: Board, order: number): Board {
  const cards = new Map(board.cards);
  cards.delete(order);
  return { ...board, cards };
}

export type Entry = { card: Card; ghost?: undefined } | { ghost: Ghost; card?: undefined };

/// What stands in a column, top to bottom: cards as they came, and the room of those just gone.
export function entries(board: Board, column: Column, now: number): Entry[] {
  const cards: Entry[] = [...board.cards.values()].filter((it) => it.column === column).map((card) => ({ card }));
  const ghosts: Entry[] = board.ghosts.filter((it) => it.column === column && it.until > now).map((ghost) => ({ ghost }));
  const place = (it: Entry) => (it.card ?? it.ghost).place;
  const all = [...cards, ...ghosts].sort((a, b) => place(a) - place(b));
  return column === "collected" ? all.reverse() : all;
}

export const scheduled = (board: Board): Card[] =>
  [...board.cards.values()]
    .filter((it) => it.column === "later")
    .sort((a, b) => (a.ticket.kitchen_at ?? "").localeCompare(b.ticket.kitchen_at ?? "") || a.ticket.order_id - b.ticket.order_id);
