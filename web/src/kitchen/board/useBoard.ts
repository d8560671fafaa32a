import { type Signal, signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { readBoard, type Ticket } from "../../api/kitchen";
import { follow } from "../../api/live";
import { readOrder } from "../../api/orders";
import { latest } from "../../api/tickets";
import { recall, store } from "../../core/kept";
import { onReturn } from "../../core/online";
import { serverTime } from "../../core/server-clock";
import { now } from "../../core/time";
import { type Board, emptyBoard, GHOST_MS, withAll, withTicket } from "./board";

export interface LiveBoard {
  board: Board | null;
  failure: Failure | null;
  put: (ticket: Ticket) => void;
  change: (by: (board: Board) => Board) => void;
  reload: () => void;
  /// a ticket as it stands on the board at this moment
  find: (order: number) => Ticket | null;
}

interface Left { at: number; tickets: Ticket[] }
const FRESH_MS = 12 * 3_600_000;
const boards = new Map<number, Signal<Board | null>>();

/// What stood on the board when it was last seen on this device, also before a reload.
function remembered(restaurant: number): Board {
  const left = recall<Left>(`kitchen.board.${restaurant}`);
  if (!left || Date.now() - left.at > FRESH_MS) return emptyBoard;
  return withAll(emptyBoard, left.tickets, 0).board;
}

/// A restaurant's board as it is and becomes.
export function useBoard(restaurant: number): LiveBoard {
  let held = boards.get(restaurant);
  if (!held) boards.set(restaurant, (held = signal<Board | null>(null)));
  const state = held;
  const failure = useSignal<Failure | null>(null);
  const events = useSignal(0);

  const change = (by: (board: Board) => Board) => {
    state.value = by(state.peek() ?? emptyBoard);
    const tickets = [...state.value.cards.values()].filter((it) => it.column !== "collected" && !it.cancelled).map((it) => it.ticket);
    store(`kitchen.board.${restaurant}`, { at: Date.now(), tickets } satisfies Left);
    // so that the room of a card that has gone closes in time
    setTimeout(() => (now.value = Date.now()), GHOST_MS + 20);
  };
  const put = (ticket: Ticket) => change((board) => withTicket(board, ticket, Date.now()));
  const all = (tickets: Ticket[]) => {
    failure.value = null;
    const { board, lost } = withAll(state.peek() ?? remembered(restaurant), tickets, Date.now());
    change(() => board);
    for (const order of lost) void ask(order, put, () => state.peek()?.cards.get(order)?.ticket ?? null);
  };
  const reload = () => {
    const before = events.peek();
    void readBoard(restaurant).then(
      // what the stream has said meanwhile is newer
      (tickets) => events.peek() === before && all(tickets),
      (it) => (failure.value = it as Failure),
    );
  };

  useEffect(() => {
    reload();
    void collectedToday(restaurant).then((tickets) => {
      for (const ticket of tickets) if (!state.peek()?.cards.has(ticket.order_id)) put(ticket);
    }, () => undefined);
    const stop = follow(
      `/restaurants/${restaurant}/tickets/stream`,
      (event) => {
        events.value++;
        if (event.name === "board") all((JSON.parse(event.data) as { tickets: Ticket[] }).tickets);
        else if (event.name === "ticket") put(JSON.parse(event.data) as Ticket);
      },
      reload,
      () => false,
    );
    const still = onReturn(reload);
    return () => {
      stop();
      still();
    };
  }, [restaurant]);
  const find = (order: number) => state.peek()?.cards.get(order)?.ticket ?? null;
  return { board: state.value, failure: failure.value, put, change, reload, find };
}

/// What has become of an order that is no longer on the board.
async function ask(order: number, put: (ticket: Ticket) => void, known: () => Ticket | null): Promise<void> {
  const it = await readOrder(order).catch(() => null);
  const ticket = known();
  if (!it || !ticket) return;
  if (it.status === "Cancelled") put({ ...ticket, status: "Cancelled", reason: it.timeline.at(-1)?.why ?? null });
  else if (it.status === "Rejected") put({ ...ticket, status: "Rejected" });
  else if (it.status === "PickedUp" || it.status === "Delivered") put({ ...ticket, status: "Collected" });
}

const DAY_MS = 24 * 3_600_000;
const MOST_COLLECTED = 30;

/// What was collected last, in the order in which it came.
async function collectedToday(restaurant: number): Promise<Ticket[]> {
  const since = new Date(serverTime() - DAY_MS).toISOString();
  const page = await latest(restaurant, { status: ["Collected"], since, limit: MOST_COLLECTED });
  return page.tickets.reverse();
}
