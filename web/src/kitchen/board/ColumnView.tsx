import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { k } from "../words";
import type { Doing } from "./BoardPage";
import { type Board, type Column, type Entry, type Ghost, without } from "./board";
import { see } from "./seen";
import { TicketCard } from "./TicketCard";

interface Props {
  restaurant: number;
  column: Column;
  entries: Entry[];
  isShown: boolean;
  doing: Doing;
  onAway: (change: (board: Board) => Board) => void;
  /// what else is there: above what was collected, and below what comes
  children?: ComponentChildren;
}

export function ColumnView({ restaurant, column, entries, isShown, doing, onAway, children }: Props) {
  const w = k();
  const cards = entries.filter((it) => it.card).length;
  const list = useRef<HTMLUListElement>(null);
  const heights = useRef(new Map<number, number>()).current;
  useLayoutEffect(() => {
    for (const it of list.current?.querySelectorAll<HTMLElement>("li[data-order]") ?? [])
      heights.set(Number(it.dataset.order), it.offsetHeight);
  });
  const away = (order: number) => {
    see(restaurant, "cancelled", [order]);
    onAway((board) => without(board, order));
  };
  return (
    <section class={`k-column ${isShown ? "shown" : ""}`} aria-labelledby={`column-${column}`}>
      <h2 id={`column-${column}`}>{w.column[column]} <span class={column === "new" && cards > 0 ? "k-count hot" : "k-count"}>{cards}</span></h2>
      {column === "collected" && children}
      {entries.length === 0 && <p class="k-none">{w.none[column]}</p>}
      <ul class="k-cards" ref={list}>
        {entries.map((it) => it.card ? (
          <li key={it.card.ticket.order_id} data-order={it.card.ticket.order_id}><TicketCard card={it.card} doing={doing} onAway={away} /></li>
        ) : <li key={`ghost-${it.ghost.order}`}><Room ghost={it.ghost} height={heights.get(it.ghost.order) ?? 0} /></li>)}
      </ul>
      {column !== "collected" && children}
    </section>
  );
}

const Room = ({ ghost, height }: { ghost: Ghost; height: number }) => {
  const w = k();
  return (
    <div class="k-ghost" role="status" style={{ minHeight: `${height}px` }}>
      <span class="display">{ghost.order}</span>
      <span>{ghost.to === "gone" || ghost.to === "later" ? w.board.goneAway : w.board.movedTo(w.column[ghost.to])}</span>
    </div>
  );
};
