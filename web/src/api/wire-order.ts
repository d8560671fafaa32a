import type { components as OrderApi, paths as OrderPaths } from "schema/order";
import type { components as PaymentApi } from "schema/payment";
import type { Solid } from "./solid";

// Orders and money, as the order and payment services describe them.

type Order = OrderApi["schemas"];
type Payment = PaymentApi["schemas"];

export type Status = Order["OrderStatus"];
export type OrderView = Solid<Order["OrderView"]>;
export type OrderList = Solid<Order["OrderList"]>;
export type OrderSummary = OrderList["orders"][number];
export type TimelineEntry = Solid<Order["TimelineEntry"]>;
export type Line = Solid<Order["Line"]>;
export type Price = Solid<Order["Price"]>;
export type Eta = Order["Eta"];
export type Slot = Order["Slot"];
export type SlotList = Solid<Order["SlotList"]>;
export type Quote = Solid<Order["Quote"]>;
export type QuoteChange = Solid<Order["Change"]>;
export type NewLine = Order["NewLine"];
/// `if_unavailable` has a default, which the generator takes for required.
export type NewOrder = Omit<Order["NewOrder"], "if_unavailable"> & { if_unavailable?: IfUnavailable };
export type PayBy = OrderView["pay_by"];
export type IfUnavailable = OrderView["if_unavailable"];
export type Substitution = Solid<Order["Substitution"]>;
export type CancellationCost = Solid<Order["CancellationCost"]>;
export type ProblemKind = Order["ProblemKind"];
export type ProblemItem = Order["ProblemItem"];
export type NewProblem = Order["NewProblem"];
export type Problem = Solid<Order["ReportedProblem"]>;
export type Wallet = Solid<Payment["Wallet"]>;
export type Receipt = Solid<Payment["Receipt"]>;
export type Shares = NonNullable<Receipt["shares"]>;
export type Photo =
  OrderPaths["/orders/{order_id}/photos"]["post"]["responses"]["201"]["content"]["application/json"];
export type Rating = Solid<Order["Rating"]>;
export type NewRating = Order["NewRating"];
export type TrackingLink = Solid<Order["TrackingLink"]>;
export type Tracking = Solid<Order["Tracking"]>;
export type DeliveryPrice = Solid<Order["DeliveryPrice"]>;
export type StepReason = Order["StepReason"];
