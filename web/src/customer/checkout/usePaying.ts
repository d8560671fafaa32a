import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { unsettled } from "../../api/keys";
import { place } from "../../api/orders";
import { becomeGuest, user } from "../../api/session";
import type { NewOrder, Quote } from "../../api/wire";
import { onReturn } from "../../core/online";
import { go } from "../../core/router";
import { cart } from "../cart";
import { lostLines, offered, possible } from "../differences";
import { details, forgetOrder, set } from "./details";
import type { Asked } from "./useQuote";

/// So soon after, whoever pressed the button still waits for it to go through.
const STILL_WAITING_MS = 120_000;

export interface Refusal {
  asked: NewOrder;
  before: Quote;
  failure: Failure;
}

export interface Paying {
  busy: Signal<boolean>;
  /// an order whose answer was lost, also in an earlier life of this page
  lost: Signal<NewOrder | null>;
  refusal: Signal<Refusal | null>;
  send: (it: NewOrder) => Promise<void>;
  agree: (it: Refusal) => void;
}

export function usePaying({ quote, failure, ask }: Asked): Paying {
  const busy = useSignal(false);
  const lost = useSignal<NewOrder | null>(unsettled<NewOrder>("order"));
  const refusal = useSignal<Refusal | null>(null);
  const sentAt = useRef(0);

  const send = async (it: NewOrder) => {
    if (busy.peek()) return;
    busy.value = true;
    failure.value = null;
    sentAt.current = Date.now();
    try {
      if (!user.value) await becomeGuest(details.value.name.trim(), details.value.phone.trim());
      const { order_id } = await place(it);
      lost.value = null;
      cart.value = null;
      forgetOrder();
      go(`/o/${order_id}`, { replace: true });
    } catch (raw) {
      const told = raw as Failure;
      lost.value = unsettled<NewOrder>("order");
      const before = quote.peek();
      if (told.code === "quote_changed" && before) refusal.value = { asked: it, before, failure: told };
      else if (!lost.value) failure.value = told;
      if (["quote_mismatch", "invalid_quote"].includes(told.code)) void ask();
    } finally {
      busy.value = false;
    }
  };
  useEffect(
    () => onReturn(() => {
      if (lost.peek() && Date.now() - sentAt.current < STILL_WAITING_MS) void send(lost.peek() as NewOrder);
    }),
    [],
  );
  const agree = (it: Refusal) => {
    const now = offered(it.failure);
    refusal.value = null;
    if (!now) return;
    const next = possible(it.asked, it.failure);
    const gone = lostLines(it.failure);
    if (cart.value) cart.value = { ...cart.value, lines: cart.value.lines.filter((_, i) => !gone.has(i)) };
    if (!next.promotion) set({ promotion: "" });
    quote.value = now;
    void send({ ...next, quote: now.quote });
  };
  return { busy, lost, refusal, send, agree };
}
