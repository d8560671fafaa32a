import { expect, test } from "vitest";
import type { Ticket, TicketStatus } from "../../api/kitchen";
import { type Board, emptyBoard, entries, GHOST_MS, scheduled, withAll, withTicket, without } from "./board";

const ticket = (order_id: number, status: TicketStatus, changes: Partial<Ticket> = {}): Ticket => ({
  order_id, restaurant_id: 7, status, note: null, created_at: `2026-05-04T17:${10 + order_id}:00Z`, slot: null,
  kitchen_at: null, answer_by: null, ready_at: null, reason: null, courier_name: null,
  items: [{ line: 1, quantity: 1, item_id: "301", name: "Soup", options: [], note: null }],
  ...changes,
});
const laid = (...tickets: Ticket[]) => withAll(emptyBoard, tickets, 0).board;
const shown = (board: Board, column: Parameters<typeof entries>[1], now = 1e9) =>
  entries(board, column, now).map((it) => it.card?.ticket.order_id ?? `(${it.ghost?.order})`);

test("cards stand as they came, and stay so when one of them changes", () => {
  const board = laid(ticket(2, "New"), ticket(1, "New"), ticket(3, "New"));
  expect(shown(board, "new")).toEqual([1, 2, 3]);
  expect(shown(withTicket(board, ticket(1, "New", { note: "quick" }), 5), "new")).toEqual([1, 2, 3]);
});

test("a card that comes into a column goes to its end, even if it is older", () => {
  const board = withTicket(laid(ticket(1, "New"), ticket(2, "Preparing")), ticket(1, "Received"), 5);
  expect(shown(board, "preparing")).toEqual([2, 1]);
});

test("the room of a card that has gone stays for a moment", () => {
  const board = withTicket(laid(ticket(1, "New"), ticket(2, "New")), ticket(1, "Received"), 1000);
  expect(shown(board, "new", 1001)).toEqual(["(1)", 2]);
  const again = withTicket(board, ticket(1, "Received", { courier_name: "Lea" }), 1002);
  expect(shown(again, "new", 1003)).toEqual(["(1)", 2]);
  expect(shown(board, "new", 1001 + GHOST_MS)).toEqual([2]);
});

test("a cancelled order stays where it was until it has been seen", () => {
  const board = withTicket(laid(ticket(1, "Preparing"), ticket(2, "Preparing")), ticket(1, "Cancelled"), 5);
  expect(board.cards.get(1)).toMatchObject({ cancelled: true, column: "preparing" });
  expect(shown(board, "preparing")).toEqual([1, 2]);
  expect(shown(without(board, 1), "preparing")).toEqual([2]);
});

test("a cancelled order that never stood here doesn't come", () =>
  expect(withTicket(emptyBoard, ticket(1, "Cancelled"), 5).cards.size).toBe(0));

test("after a break, what has vanished is asked for, once", () => {
  const board = laid(ticket(1, "Preparing"), ticket(2, "Complete"));
  const back = withAll(board, [ticket(2, "Complete"), ticket(3, "New")], 5);
  expect(back.lost).toEqual([1]);
  const told = withTicket(back.board, ticket(1, "Cancelled"), 6);
  expect(withAll(told, [ticket(2, "Complete"), ticket(3, "New")], 7).lost).toEqual([]);
});

test("dishes that changed are marked", () => {
  const board = laid(ticket(1, "Preparing"));
  const swapped = ticket(1, "Preparing", { items: [{ line: 1, quantity: 1, item_id: "9", name: "Stew", options: [], note: null }] });
  expect(withTicket(board, swapped, 5).cards.get(1)?.changed).toBe(true);
  expect(withTicket(board, ticket(1, "Preparing", { courier_name: "Lea" }), 5).cards.get(1)?.changed).toBe(false);
});

test("what is for later stands apart, earliest first, until it is to be cooked", () => {
  const board = laid(
    ticket(1, "Scheduled", { kitchen_at: "2026-05-04T19:00:00Z" }),
    ticket(2, "Scheduled", { kitchen_at: "2026-05-04T18:00:00Z" }),
  );
  expect(scheduled(board).map((it) => it.ticket.order_id)).toEqual([2, 1]);
  const begun = withTicket(board, ticket(2, "New"), 5);
  expect(scheduled(begun).map((it) => it.ticket.order_id)).toEqual([1]);
  expect(shown(begun, "new")).toEqual([2]);
});

test("the last collected stands on top, and not all are kept", () => {
  let board: Board = emptyBoard;
  for (let id = 1; id <= 40; id++) board = withTicket(board, ticket(id, "Collected"), id);
  expect(shown(board, "collected").slice(0, 2)).toEqual([40, 39]);
  expect(shown(board, "collected")).toHaveLength(30);
});
