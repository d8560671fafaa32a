import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import { quote as askQuote } from "../../api/orders";
import type { NewOrder, Quote } from "../../api/wire";
import { onReturn } from "../../core/online";

const PAUSE_MS = 250;
const EARLY_MS = 5_000;

export interface Asked {
  quote: Signal<Quote | null>;
  failure: Signal<Failure | null>;
  asking: Signal<boolean>;
  ask: () => Promise<void>;
}

/// What the basket costs now: asked for whenever something changes that the price depends on, and
/// again before the promise runs out.
export function useQuote(wanted: NewOrder | null): Asked {
  const quote = useSignal<Quote | null>(null);
  const failure = useSignal<Failure | null>(null);
  const asking = useSignal(false);
  const print = JSON.stringify(wanted);
  const latest = useSignal(print);
  latest.value = print;

  const ask = async () => {
    if (!wanted) return;
    asking.value = true;
    try {
      const answer = await askQuote(wanted);
      if (latest.peek() !== print) return;
      quote.value = answer;
      failure.value = null;
    } catch (it) {
      if (latest.peek() === print) failure.value = it as Failure;
    } finally {
      if (latest.peek() === print) asking.value = false;
    }
  };
  useEffect(() => {
    if (!wanted) return;
    // from now on nothing may be paid that was priced for another basket
    asking.value = true;
    const wait = setTimeout(() => void ask(), quote.peek() ? PAUSE_MS : 0);
    const stop = onReturn(() => void ask());
    return () => {
      clearTimeout(wait);
      stop();
    };
  }, [print]);

  const until = quote.value?.expires_at;
  useEffect(() => {
    if (!until) return;
    const wait = setTimeout(() => void ask(), Math.max(EARLY_MS, Date.parse(until) - Date.now() - EARLY_MS));
    return () => clearTimeout(wait);
  }, [until, print]);
  return { quote, failure, asking, ask };
}
