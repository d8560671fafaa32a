import type { Signal } from "@preact/signals";
import { kept } from "../../core/kept";

const MOST = 200;
const all = new Map<string, Signal<string[]>>();

const signalOf = (restaurant: number) => {
  const name = `kitchen.seen.${restaurant}`;
  let found = all.get(name);
  if (!found) all.set(name, (found = kept<string[]>(name, [])));
  return found;
};

/// What somebody here has seen, in any tab: a new order, or that one was cancelled.
export const isSeen = (restaurant: number, what: "new" | "cancelled", order: number): boolean =>
  signalOf(restaurant).value.includes(`${what} ${order}`);

export function see(restaurant: number, what: "new" | "cancelled", orders: number[]): void {
  const seen = signalOf(restaurant);
  const fresh = orders.map((it) => `${what} ${it}`).filter((it) => !seen.value.includes(it));
  if (fresh.length) seen.value = [...seen.value, ...fresh].slice(-MOST);
}
