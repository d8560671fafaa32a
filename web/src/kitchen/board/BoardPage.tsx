import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { moveTicket, type Pace, type Tagged, type Ticket, type TicketMove } from "../../api/kitchen";
import type { Failure } from "../../api/failure";
import type { Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import type { Resource } from "../../core/resource";
import { serverTime } from "../../core/server-clock";
import { clock, now } from "../../core/time";
import { say } from "../../core/toasts";
import { lazySheet } from "../../look/lazySheet";
import { Bone, Note, Trouble, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { Alarm } from "./Alarm";
import { type Card, type Column, COLUMNS, entries, scheduled } from "./board";
import { ColumnView } from "./ColumnView";
import { Paused } from "./Paused";
import { Later } from "./Later";
import { see } from "./seen";
import { useBoard } from "./useBoard";

const History = lazySheet(() => import("./History").then((it) => it.default));
const RefuseSheet = lazySheet(() => import("./RefuseSheet").then((it) => it.RefuseSheet));
const MissingSheet = lazySheet(() => import("./MissingSheet").then((it) => it.MissingSheet));

/// Times that differ by less are the same time to a cook.
const SAME_MS = 60_000;

/// What a card can be asked to do.
export interface Doing {
  move: (ticket: Ticket, move: TicketMove) => Promise<boolean>;
  refuse: (ticket: Ticket) => void;
  missing: (ticket: Ticket, line: number) => void;
  /// a ticket as the platform has it now
  put: (ticket: Ticket) => void;
  reload: () => void;
  menu: Menu;
}

interface Props { restaurant: number; menu: Resource<Menu>; pace: Resource<Tagged<Pace>> }

export function BoardPage({ restaurant, menu, pace }: Props) {
  const w = k();
  const live = useBoard(restaurant);
  const shown = useSignal<Column>("new");
  const refusing = useSignal<Ticket | null>(null);
  const missing = useSignal<{ ticket: Ticket; line: number } | null>(null);
  const past = useSignal(false);
  const { board } = live;
  useEffect(() => {
    // a new order on a phone comes to the eye, unless somebody works in another column now
    if (board && entries(board, shown.peek(), now.value).length === 0 && entries(board, "new", now.value).length > 0) shown.value = "new";
  }, [board === null]);
  if (!board || !menu.data) {
    const failure = live.failure ?? menu.failure;
    return <div class="k-page">{failure ? <Trouble failure={failure} again={() => { live.reload(); void menu.reload(); }} /> : <Bones />}</div>;
  }
  const doing: Doing = {
    menu: menu.data,
    put: live.put,
    reload: live.reload,
    refuse: (ticket) => {
      see(restaurant, "new", [ticket.order_id]);
      refusing.value = ticket;
    },
    missing: (ticket, line) => (missing.value = { ticket, line }),
    move: async (ticket, move) => {
      see(restaurant, "new", [ticket.order_id]);
      try {
        await moveTicket(ticket, move);
        const ready = move.preparation_minutes ? new Date(serverTime() + move.preparation_minutes * 60_000).toISOString() : ticket.ready_at;
        const now = live.find(ticket.order_id);
        // the stream may have told already, and then also what a colleague said a moment before
        if (now && now.status !== ticket.status) quicker(now, ready);
        else live.put({ ...ticket, status: move.status, ready_at: ready, reason: move.reason ?? null });
        return true;
      } catch (failure) {
        say(explain(failure as Failure));
        if ((failure as Failure).status === 409) live.reload();
        return false;
      }
    },
  };
  const quicker = (now: Ticket, wanted: string | null) => {
    if (!now.ready_at || !wanted || Math.abs(Date.parse(now.ready_at) - Date.parse(wanted)) < SAME_MS) return;
    say(w.board.quicker(clock(now.ready_at)));
  };
  const later = scheduled(board);
  const show = ({ column, ticket }: Card) => {
    if (column !== "later") shown.value = column;
    requestAnimationFrame(() => {
      const card = document.getElementById(`order-${ticket.order_id}`);
      card?.scrollIntoView({ block: "center" });
      card?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    });
  };
  return (
    <div class="k-board-page">
      <h1 class="hidden" tabIndex={-1}>{w.nav.board}</h1>
      <Alarm restaurant={restaurant} board={board} name={menu.data.name} onSeen={(order) => live.change((it) => order(it))} onShow={show} />
      {live.failure && <div class="k-note"><Note tone="late" icon="warn">{explain(live.failure)}</Note></div>}
      <Later cards={later} onRefuse={doing.refuse} />
      <div class="k-tabs chips" role="group" aria-label={w.board.columns}>
        {COLUMNS.map((column) => (
          <button key={column} type="button" class="chip" aria-pressed={shown.value === column} onClick={() => (shown.value = column)}>
            {w.column[column]}<span class={column === "new" && count(column) > 0 ? "k-count hot" : "k-count"}>{count(column)}</span>
          </button>
        ))}
      </div>
      <div class="k-columns">
        {COLUMNS.map((column) => (
          <ColumnView key={column} restaurant={restaurant} column={column} entries={entries(board, column, now.value)} isShown={shown.value === column} doing={doing} onAway={live.change}>
            {column === "new" && <Paused restaurant={restaurant} pace={pace} onResumed={() => void menu.reload()} />}
            {column === "collected" && <button type="button" class="plain k-past" onClick={() => (past.value = true)}><Icon name="list" size={18} />{w.history.title}</button>}
          </ColumnView>
        ))}
      </div>
      {past.value && <History menu={menu.data} onClose={() => (past.value = false)} />}
      {refusing.value && <RefuseSheet ticket={refusing.value} menu={menu.data} doing={doing} onMenu={() => { void menu.reload(); void pace.reload(); }} onClose={() => (refusing.value = null)} />}
      {missing.value && <MissingSheet {...missing.value} menu={menu.data} onMenu={() => void menu.reload()} onClose={() => (missing.value = null)} />}
    </div>
  );

  function count(column: Column): number {
    return board ? entries(board, column, now.value).filter((it) => it.card).length : 0;
  }
}

const Bones = () => (
  <Waiting><div class="k-columns">{COLUMNS.map((it) => <div key={it} class="k-column"><Bone height={32} width="50%" /><Bone height={240} /><Bone height={240} /></div>)}</div></Waiting>
);
