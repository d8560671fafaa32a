import type { components as CityApi } from "schema/city";
import type { components as DeliveryApi } from "schema/delivery";
import type { components as NotificationApi } from "schema/notification";
import type { components as OrderApi } from "schema/order";
import type { components as PaymentApi } from "schema/payment";
import type { components as UserApi } from "schema/user";
import type { Solid } from "./solid";

// What operators see beside what everybody does.

type FromDelivery<K extends keyof DeliveryApi["schemas"]> = Solid<DeliveryApi["schemas"][K]>;
type FromPayment<K extends keyof PaymentApi["schemas"]> = Solid<PaymentApi["schemas"][K]>;
type FromOrder<K extends keyof OrderApi["schemas"]> = Solid<OrderApi["schemas"][K]>;

export type Courier = FromDelivery<"Courier">;
export type Decision = FromDelivery<"Decision">;
export type Accuracy = FromDelivery<"Accuracy">;
export type RideStatus = FromDelivery<"DeliveryStatus">;
export type Payment = FromPayment<"Payment">;
export type Refund = FromPayment<"Refund">;
export type NewRefund = PaymentApi["schemas"]["NewRefund"];
export type Shares = NonNullable<FromPayment<"Receipt">["shares"]>;
export type LedgerEntry = FromPayment<"LedgerEntry">;
export type LedgerCheck = FromPayment<"LedgerCheck">;
export type Payout = FromPayment<"Payout">;
export type Party = FromPayment<"Party">;
export type Reported = FromOrder<"ReportedProblem">;
export type Promotion = FromOrder<"Promotion">;
export type NewPromotion = OrderApi["schemas"]["NewPromotion"];
export type Liable = FromOrder<"Liable">;
export type Zone = Solid<CityApi["schemas"]["Zone"]>;
export type Restriction = Solid<CityApi["schemas"]["Restriction"]>;
export type NewRestriction = CityApi["schemas"]["NewRestriction"];
export type Notification = Solid<NotificationApi["schemas"]["Notification"]>;
export type Role = Solid<UserApi["schemas"]["Role"]>;

/// Who can bear a refund.
export const BEARERS = ["platform", "restaurant", "courier"] as const;
export type Bearer = (typeof BEARERS)[number];

export const LIABLE: Liable[] = ["platform", "restaurant", "courier", "customer"];

export interface Health {
  status: "ok" | "degraded";
  services: { service: string; replica: number; status: "ok" | "degraded" | "down"; latency_ms: number }[];
}

export type Paged<K extends string, T> = { [key in K]: T[] } & { next_cursor: string | null };
