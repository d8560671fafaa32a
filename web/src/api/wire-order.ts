import type { Address } from "./wire";

// Orders and money, as the order and payment services send them.

export type Status =
  | "Placed" | "Declined" | "Scheduled" | "Paid" | "Received" | "Preparing"
  | "Complete" | "PickedUp" | "Delivered" | "Rejected" | "Cancelled";
export type PayBy = "card" | "cash" | "wallet";
export type IfUnavailable = "swap" | "drop" | "cancel";
export type ProblemKind =
  | "missing" | "wrong" | "damaged" | "quality" | "late" | "not_arrived" | "other";

export interface Eta { from: string; to: string }
export interface Slot { from: string; to: string }
export interface FreeSlot extends Slot { left: number }
export interface SlotList { restaurant_id: number; time_zone: string; slots: FreeSlot[] }

export interface NewLine { item_id: string; quantity: number; options?: string[]; note?: string }

export interface NewOrder {
  restaurant_id: number;
  items: NewLine[];
  address: Address;
  note?: string;
  payment?: { method: PayBy; token?: string };
  tip?: number;
  promotion?: string;
  slot_from?: string;
  if_unavailable?: IfUnavailable;
  quote?: string;
}

export interface Line {
  line: number;
  item_id: string;
  name: string;
  quantity: number;
  options: string[];
  note: string | null;
  price: number;
  vat_percent: number;
}

export interface Tax { percent: number; gross: number; net: number; tax: number }

export interface Price {
  items_total: number;
  delivery_fee: number;
  service_fee: number;
  small_order_fee: number;
  discount: number;
  tip: number;
  total: number;
  currency: string;
  promotion: { code: string; kind: string; funded_by: string } | null;
  taxes: Tax[];
}

export interface Quote {
  quote: string;
  expires_at: string;
  restaurant_id: number;
  items: Line[];
  price: Price;
  preparation_minutes: number;
  distance_metres: number;
  eta: Eta;
  slot: Slot | null;
}

export interface Substitution {
  substitution_id: number;
  line: number;
  item_name: string;
  quantity: number;
  instead: Line | null;
  note: string | null;
  total_if_accepted: number;
  total_if_dropped: number;
  status: "Proposed" | "Accepted" | "Dropped" | "Void";
  answer_by: string;
}

export interface TimelineEntry {
  step: number;
  status: Status;
  at: string;
  by: string;
  why: string | null;
}

export interface OrderView {
  order_id: number;
  status: Status;
  customer_id: number;
  restaurant_id: number;
  restaurant_name: string;
  items: Line[];
  price: Price;
  pay_by: PayBy;
  refunded: number;
  address: Address;
  note: string | null;
  if_unavailable: IfUnavailable;
  delivery_pin: string | null;
  courier_name: string | null;
  placed_at: string;
  slot: Slot | null;
  ready_at: string | null;
  promised_at: string | null;
  eta: Eta | null;
  substitutions: Substitution[];
  timeline: TimelineEntry[];
}

export interface OrderSummary {
  order_id: number;
  status: Status;
  restaurant_id: number;
  restaurant_name: string;
  total: number;
  currency: string;
  placed_at: string;
}

export interface CancellationCost { charged: number; returned: number; currency: string; why: string }

export interface ProblemItem { line: number; quantity: number }

export interface Problem {
  problem_id: number;
  order_id: number;
  kind: ProblemKind;
  items: ProblemItem[];
  text: string | null;
  status: "Open" | "Refunded" | "Refused";
  refund: number;
  currency: string;
  answer: string;
  created_at: string;
}

export interface Wallet {
  balance: number;
  currency: string;
  entries: { at: string; amount: number; text: string; order_id: number | null }[];
}

export interface Receipt {
  order_id: number;
  restaurant_name: string;
  items: Line[];
  price: Price;
  pay_by: PayBy;
  paid: number;
  refunded: number;
  refunds: { amount: number; reason: string; created_at: string }[];
  issued_at: string;
}
