import { kept } from "../../core/kept";
import type { IfUnavailable, NewOrder, PayBy } from "../../api/wire";
import { type Cart, wireLines } from "../cart";
import { door, doorNote } from "../door";

/// What somebody has filled in, so that a reload costs them nothing.
export interface Details {
  name: string;
  phone: string;
  /// null: as soon as possible
  slot: string | null;
  tip: number;
  promotion: string;
  method: PayBy;
  token: string;
  gone: IfUnavailable;
  note: string;
}

const fresh: Details = {
  name: "", phone: "", slot: null, tip: 0, promotion: "", method: "card", token: "tok_visa", gone: "drop", note: "",
};

export const details = kept<Details>("checkout", fresh);

export const set = (changes: Partial<Details>): void => {
  details.value = { ...details.value, ...changes };
};

/// After an order: the person and how they pay stay, what was about this order goes.
export const forgetOrder = (): void => set({ slot: null, tip: 0, promotion: "", note: "" });

/// What decides the price.
export function wish(cart: Cart, it: Details): NewOrder | null {
  if (!door.value || !cart.lines.length) return null;
  return {
    restaurant_id: cart.restaurant_id,
    items: wireLines(cart),
    address: door.value,
    ...(it.tip > 0 ? { tip: it.tip } : {}),
    ...(it.promotion ? { promotion: it.promotion } : {}),
    ...(it.slot ? { slot_from: it.slot } : {}),
  };
}

/// The order as it is sent, with the promise of its price. Kitchens and couriers read one note.
export function order(of: NewOrder, it: Details, quote: string): NewOrder {
  const note = [it.note.trim(), doorNote.value.trim()].filter(Boolean).join("\n");
  return {
    ...of,
    ...(note ? { note } : {}),
    if_unavailable: it.gone,
    payment: it.method === "card" ? { method: "card", token: it.token } : { method: it.method },
    quote,
  };
}
