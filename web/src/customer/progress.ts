import type { OrderView, Status } from "../api/wire";

/// The five steps that a customer sees.
export const STEPS = ["placed", "kitchen", "cooking", "road", "door"] as const;
export type Step = (typeof STEPS)[number];

const OVER: Status[] = ["Declined", "Rejected", "Cancelled"];

export const ended = (status: Status): boolean => status === "Delivered" || OVER.includes(status);
export const failed = (status: Status): boolean => OVER.includes(status);

/// Which step is under way: 0 to 4, and 5 when all are done.
export function stepOf(status: Status): number {
  switch (status) {
    case "Placed":
    case "Declined":
    case "Scheduled":
      return 0;
    case "Paid":
    case "Rejected":
    case "Cancelled":
      return 1;
    case "Received":
    case "Preparing":
    case "Complete":
      return 2;
    case "PickedUp":
      return 3;
    case "Delivered":
      return 5;
  }
}

/// Whether the latest of what was told has passed.
export const isLate = (order: OrderView, now: number): boolean =>
  !ended(order.status) && order.promised_at !== null && now > Date.parse(order.promised_at);
