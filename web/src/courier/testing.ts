import type { Delivery } from "../api/wire";

/// What the courier's tests are made of; nothing of this is in a build.
export const ride = (id: number, status: Delivery["status"], changes: Partial<Delivery> = {}): Delivery => ({
  delivery_id: id, order_id: 400 + id, status, courier_id: 3, courier_name: "Léa", courier_lat: null, courier_lon: null,
  restaurant_id: 7, restaurant_name: "Chez Edgar", pickup: { lat: 43.7336, lon: 7.4186, text: "12 Rue Grimaldi" },
  dropoff: { lat: 43.74, lon: 7.4275, text: "1 Place du Casino" }, ready_at: null, promised_at: null, eta: null, proof: null,
  pay: 4.2, tip: 1, cash_due: null, currency: "EUR", note: null, problem: null, created_at: "2026-05-04T17:10:00Z", timeline: [], ...changes,
});
