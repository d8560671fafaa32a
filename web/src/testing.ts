import { speak, type Language } from "./core/i18n";
import { speakToCustomers } from "./customer/words";
import type { Item, Menu, OrderView } from "./api/wire";

/// What tests are made of; nothing of this is in a build.
export const inLanguage = async (language: Language) => {
  await speak(language);
  await speakToCustomers(language);
};

export const dish = (id: string, price: number, changes: Partial<Item> = {}): Item => ({
  item_id: id,
  name: `Dish ${id}`,
  description: "",
  price,
  tax_class: "prepared",
  available: true,
  sold_out_until: null,
  allergens: [],
  option_groups: [],
  ...changes,
});

export const menuOf = (...items: Item[]): Menu => ({
  restaurant_id: 7,
  name: "Chez Edgar",
  description: null,
  cuisine: "french",
  address: { lat: 43.73, lon: 7.42, text: "12 Rue Grimaldi" },
  phone: null,
  open_now: true,
  opens_at: null,
  hours: { weekly: [], exceptions: [] },
  time_zone: "Europe/Monaco",
  preparation_minutes: 20,
  minimum_order: 12,
  slot_capacity: 8,
  currency: "EUR",
  rating: null,
  version: 1,
  sections: [{ name: "All", items }],
});

export const orderIn = (status: OrderView["status"], changes: Partial<OrderView> = {}): OrderView => ({
  order_id: 456,
  status,
  customer_id: 12,
  restaurant_id: 7,
  restaurant_name: "Chez Edgar",
  items: [],
  price: {
    items_total: 20, delivery_fee: 2.5, service_fee: 1, small_order_fee: 0, discount: 0, tip: 1.1,
    total: 24.6, currency: "EUR", promotion: null, taxes: [],
  },
  pay_by: "card",
  refunded: 0,
  address: { lat: 43.7336, lon: 7.4186, text: "12 Rue Grimaldi" },
  note: null,
  if_unavailable: "drop",
  delivery_pin: "1234",
  courier_name: null,
  placed_at: "2026-05-04T17:10:00Z",
  slot: null,
  ready_at: null,
  promised_at: "2026-05-04T17:58:00Z",
  eta: { from: "2026-05-04T17:38:00Z", to: "2026-05-04T17:49:00Z" },
  substitutions: [],
  rating: null,
  timeline: [],
  ...changes,
});
