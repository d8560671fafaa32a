import type { components as DeliveryApi } from "schema/delivery";
import type { components as GatewayApi } from "schema/gateway";
import type { components as RestaurantApi } from "schema/restaurant";
import type { components as UserApi } from "schema/user";
import type { Solid } from "./solid";

// What tells operators how the whole is doing, and who did what to it.

type FromGateway<K extends keyof GatewayApi["schemas"]> = Solid<GatewayApi["schemas"][K]>;

export type Alert = FromGateway<"Alert">;
export type HealthSample = FromGateway<"HealthSample">;
export type HealthHistory = FromGateway<"HealthHistory">;
export type AuditEntry = FromGateway<"AuditEntry">;
export type Fault = FromGateway<"Fault">;
export type ProviderFault = FromGateway<"ProviderFault">;
export type Faults = FromGateway<"Faults">;
export type ParkedEvent = FromGateway<"ParkedEvent">;
export type ParkedEvents = FromGateway<"ParkedEvents">;
export type LiveCity = Solid<DeliveryApi["schemas"]["LiveCity"]>;
export type RoadProblem = Solid<DeliveryApi["schemas"]["RoadProblem"]>;
export type Applicant = Solid<UserApi["schemas"]["Applicant"]>;
export type Stars = Solid<RestaurantApi["schemas"]["Stars"]>;
export type Review = Solid<RestaurantApi["schemas"]["Review"]>;

/// How the simulated people are driven.
export interface Drive {
  running: boolean;
  speed: number;
  orders_per_hour: number;
  couriers: number;
  rain: boolean;
  slow_kitchens: boolean;
}

export interface SimulatorState {
  drive: Drive;
  since: string;
  ordered: number;
  delivered: number;
  ended: number;
}
