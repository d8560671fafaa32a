import type { components as CityApi } from "schema/city";
import type { components as DeliveryApi } from "schema/delivery";
import type { components as PaymentApi } from "schema/payment";
import type { Point } from "../core/geo";
import { Failure } from "./failure";
import { send } from "./http";
import { json, make } from "./json";
import type { Solid } from "./solid";
import type { Delivery } from "./wire";

export type Courier = Solid<DeliveryApi["schemas"]["Courier"]>;
export type Vehicle = Courier["vehicle"];
export type Offer = Solid<DeliveryApi["schemas"]["Offer"]>;
export type Duty = Solid<DeliveryApi["schemas"]["Duty"]>;
export type Planned = Pick<Duty["stops"][number], "delivery_id" | "kind">;
export type NoOffer = NonNullable<Duty["why"]>;
export type RoadTrouble = Solid<DeliveryApi["schemas"]["RoadTrouble"]>;
export type Ping = Solid<DeliveryApi["schemas"]["Ping"]>;
export type LateStep = DeliveryApi["schemas"]["LateStep"];
export type Statement = Solid<PaymentApi["schemas"]["Statement"]>;
export type Route = Solid<CityApi["schemas"]["Route"]>;

export const readCourier = (id: number): Promise<Courier> => json(`/couriers/${id}`);

export const register = (how: { name: string; vehicle: Vehicle; capacity: number }): Promise<Courier> =>
  json("/couriers", { method: "POST", body: how });

export const setShift = (id: number, online: boolean): Promise<Courier> =>
  json(`/couriers/${id}/shift`, { method: "PUT", body: { online } });

export const tellPositions = (id: number, positions: Ping[]): Promise<null> =>
  json(`/couriers/${id}/positions`, { method: "POST", body: { positions } });

/// What the stream would tell, asked for once.
export async function askDuty(id: number): Promise<Duty> {
  const courier = await readCourier(id);
  const [open, rides] = await Promise.all([
    courier.online ? json<{ offers: Offer[]; why: NoOffer | null }>("/offers") : { offers: [], why: "offline" as const },
    Promise.all(courier.delivery_ids.map(readRide)),
  ]);
  const kept = (kind: "pickup" | "dropoff") =>
    rides.map((it) => ({ delivery_id: it.delivery_id, kind, address: kind === "pickup" ? it.pickup : it.dropoff, eta_at: null }));
  return { courier, offers: open.offers, why: open.why ?? null, rides, stops: [...kept("pickup"), ...kept("dropoff")] };
}

export const acceptOffer = (id: number): Promise<Delivery> => json(`/offers/${id}/accept`, { method: "POST" });

export const declineOffer = (id: number): Promise<null> => json(`/offers/${id}/decline`, { method: "POST" });

export const readRide = (id: number): Promise<Delivery> => json(`/deliveries/${id}`);

/// Tells the office what stands in the way; or, before the pickup, gives the ride back.
export const tellProblem = (id: number, kind: RoadTrouble, text: string, giveBack = false): Promise<Delivery> =>
  make(`problem.${id}.${kind}`, `/deliveries/${id}/problem`, {
    kind, ...(text ? { text } : {}), ...(giveBack ? { give_back: true } : {}),
  });

/// What was done on the road, oldest first. What was told already is passed over, so that it may be
/// sent again.
export const tellSteps = (id: number, steps: LateStep[]): Promise<Delivery> =>
  json(`/deliveries/${id}/steps`, { method: "POST", body: { steps } });

export async function sendPhoto(id: number, photo: Blob): Promise<void> {
  const response = await send(
    new Request(new URL(`/deliveries/${id}/photo`, location.origin), {
      method: "PUT",
      headers: { "Content-Type": photo.type },
      body: photo,
    }),
  );
  if (!response.ok) throw await Failure.of(response);
}

export const findWay = (vehicle: Vehicle, points: Point[]): Promise<Route> =>
  json("/routes", { method: "POST", body: { vehicle, points: points.map(({ lat, lon }) => ({ lat, lon })) } });

const statementPath = (courier: number, from: Date, to: Date) =>
  `/statements?courier_id=${courier}&from=${from.toISOString()}&to=${to.toISOString()}`;

export const readStatement = (courier: number, from: Date, to: Date): Promise<Statement> =>
  json(statementPath(courier, from, to));

export async function statementTable(courier: number, from: Date, to: Date): Promise<Blob> {
  const path = new URL(statementPath(courier, from, to), location.origin);
  const response = await send(new Request(path, { headers: { Accept: "text/csv" } }));
  if (!response.ok) throw await Failure.of(response);
  return response.blob();
}
