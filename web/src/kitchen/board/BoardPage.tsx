import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { moveTicket, type Ticket, type TicketMove } from "../../api/kitchen";
import type { Failure } from "../../api/failure";
import type { Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import type { Resource } from "../../core/resource";
import { now } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone, Note, Trouble, Waiting } from "../../look/parts";
import { k } from "../words";
import { Alarm } from "./Alarm";
import { type Column, COLUMNS, entries, scheduled } from "./board";
import { ColumnView } from "./ColumnView";
import { Later } from "./Later";
import { MissingSheet } from "./MissingSheet";
import { RefuseSheet } from "./RefuseSheet";
import { see } from "./seen";
import { useBoard } from "./useBoard";

/// What a card can be asked to do.
export interface Doing {
  move: (ticket: Ticket, move: TicketMove) => Promise<boolean>;
  refuse: (ticket: Ticket) => void;
  missing: (ticket: Ticket, line: number) => void;
  menu: Menu;
}

export function BoardPage({ restaurant, menu }: { restaurant: number; menu: Resource<Menu> }) {
  const w = k();
  const live = useBoard(restaurant);
  const shown = useSignal<Column>("new");
  const refusing = useSignal<Ticket | null>(null);
  const missing = useSignal<{ ticket: Ticket; line: number } | null>(null);
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
    refuse: (ticket) => {
      see(restaurant, "new", [ticket.order_id]);
      refusing.value = ticket;
    },
    missing: (ticket, line) => (missing.value = { ticket, line }),
    move: async (ticket, move) => {
      see(restaurant, "new", [ticket.order_id]);
      try {
        await moveTicket(ticket, move);
        const ready = move.preparation_minutes ? new Date(Date.now() + move.preparation_minutes * 60_000).toISOString() : ticket.ready_at;
        live.put({ ...ticket, status: move.status, ready_at: ready, reason: move.reason ?? null });
        return true;
      } catch (failure) {
        say(explain(failure as Failure));
        if ((failure as Failure).status === 409) live.reload();
        return false;
      }
    },
  };
  const later = scheduled(board);
  return (
    <div class="k-board-page">
      <h1 class="hidden" tabIndex={-1}>{w.nav.board}</h1>
      <Alarm restaurant={restaurant} board={board} name={menu.data.name} onSeen={(order) => live.change((it) => order(it))} />
      {live.failure && <div class="k-note"><Note tone="late" icon="warn">{explain(live.failure)}</Note></div>}
      {later.length > 0 && <Later cards={later} onRefuse={doing.refuse} />}
      <div class="k-tabs chips" role="group" aria-label={w.board.columns}>
        {COLUMNS.map((column) => (
          <button key={column} type="button" class="chip" aria-pressed={shown.value === column} onClick={() => (shown.value = column)}>
            {w.column[column]}<span class={column === "new" && count(column) > 0 ? "k-count hot" : "k-count"}>{count(column)}</span>
          </button>
        ))}
      </div>
      <div class="k-columns">
        {COLUMNS.map((column) => (
          <ColumnView key={column} restaurant={restaurant} column={column} entries={entries(board, column, now.value)} isShown={shown.value === column} doing={doing} onAway={live.change} />
        ))}
      </div>
      {refusing.value && <RefuseSheet ticket={refusing.value} menu={menu.data} doing={doing} onMenu={() => void menu.reload()} onClose={() => (refusing.value = null)} />}
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
