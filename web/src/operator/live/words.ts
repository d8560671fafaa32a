import type { Courier } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { minutesUntil } from "../../core/time";
import type { Job } from "./jobs";
import { o } from "../words";

/// "12 min late", "no time left to lose", "on time".
export function paceWords({ pace, late }: Pick<Job, "pace" | "late">): string {
  const w = o().pace;
  if (pace === "late") return w.late(Math.max(1, Math.ceil((late ?? 0) / 60)));
  return w[pace];
}

export function courierState(it: Courier): string {
  const w = o().couriers;
  if (!it.online) return w.offline;
  return it.delivery_ids.length ? w.rides(it.delivery_ids.length) : w.free;
}

/// Where an order is, kitchen and ride in one sentence.
export function stateWords({ status, ride, stuck, trouble, placed, since }: Job, now: number): string {
  const w = o().state;
  if (trouble) return w.told(ride?.courier_name ?? "", w.trouble[trouble.kind], trouble.text);
  if (stuck) return w.stuck[stuck](Math.max(1, minutesUntil(now, stuck === "payment" || stuck === "kitchen" ? since : placed)));
  const kitchen = status ? t().status[status] : null;
  const road = ride ? w.ride[ride.status](ride.courier_name ?? "") : null;
  if (status === "PickedUp" || !kitchen) return road ?? kitchen ?? "";
  return road ? `${kitchen} · ${road}` : kitchen;
}
