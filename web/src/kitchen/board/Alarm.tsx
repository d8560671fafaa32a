import { useEffect, useRef } from "preact/hooks";
import { k } from "../words";
import { audible, type Bell, type Ring, soundOn, startBell, unlock } from "./bell";
import { type Board, type Card, without } from "./board";
import { isSeen, see } from "./seen";
import { Icon } from "../../pictures/Icon";

interface Props {
  restaurant: number;
  board: Board;
  name: string;
  onSeen: (change: (board: Board) => Board) => void;
  /// brings a card to the eye
  onShow: (card: Card) => void;
}

const newOnes = (board: Board) => [...board.cards.values()].filter((it) => it.column === "new" && !it.cancelled);
const cancelled = (board: Board) => [...board.cards.values()].filter((it) => it.cancelled);
const orders = (cards: Card[]) => cards.map((it) => it.ticket.order_id);

/// Rings, counts in the tab's title and says aloud what needs a hand, until somebody has seen it.
export function Alarm({ restaurant, board, name, onSeen, onShow }: Props) {
  const w = k();
  const fresh = newOnes(board).filter((it) => !isSeen(restaurant, "new", it.ticket.order_id));
  const gone = cancelled(board);
  const unseenGone = gone.filter((it) => !isSeen(restaurant, "cancelled", it.ticket.order_id));
  // what was seen in another tab goes here, too
  const seenElsewhere = gone.filter((it) => !unseenGone.includes(it)).map((it) => it.ticket.order_id);
  useEffect(() => {
    if (seenElsewhere.length) onSeen((it) => seenElsewhere.reduce(without, it));
  }, [seenElsewhere.join()]);

  reasons.set(restaurant, [...(fresh.length ? (["new"] as const) : []), ...(unseenGone.length ? (["cancelled"] as const) : [])]);
  const bell = useRef<Bell | null>(null);
  useEffect(() => {
    bell.current = startBell(restaurant, () => reasons.get(restaurant) ?? []);
    return bell.current.stop;
  }, [restaurant]);
  // what has just come is heard at once
  useEffect(() => bell.current?.now(), [fresh.length > 0, unseenGone.length, orders(fresh).at(-1), soundOn.value]);

  const waiting = newOnes(board).length + unseenGone.length;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${name} · goFOOD`;
    return () => void (document.title = `${name} · goFOOD`);
  }, [waiting, name]);

  const said = [fresh.length ? w.board.newCount(fresh.length) : "", unseenGone.length ? w.board.cancelledCount(unseenGone.length) : ""].filter(Boolean).join(". ");
  const acknowledge = () => {
    see(restaurant, "new", orders(fresh));
    void unlock();
  };
  return (
    <>
      <p class="hidden" role="status" aria-live="assertive">{said}</p>
      <div class="k-calls">
        {soundOn.value && !audible.value && (
          <div class="k-call quiet"><Icon name="mute" size={24} /><span class="grow">{w.sound.blocked}</span><button type="button" class="button small" onClick={() => void unlock()}>{w.sound.turnOn}</button></div>
        )}
        {unseenGone[0] && (
          <div class="k-call bad"><Icon name="warn" size={28} /><strong class="display grow">{w.board.cancelledCount(unseenGone.length)}</strong><button type="button" class="button" onClick={() => unseenGone[0] && onShow(unseenGone[0])}>{w.board.show}</button></div>
        )}
        {fresh.length > 0 && (
          <div class="k-call"><Icon name="bell" size={28} /><strong class="display grow">{w.board.newCount(fresh.length)}</strong><button type="button" class="button" onClick={acknowledge}>{w.board.seen}</button></div>
        )}
      </div>
    </>
  );
}

const reasons = new Map<number, Ring[]>();
