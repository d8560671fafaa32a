import type { Tracking } from "../../api/wire";
import { metresBetween } from "../../core/geo";
import { t } from "../../core/i18n";
import { clock, distance, range, roundUp, whenWords } from "../../core/time";
import type { Pin } from "../../map/CityMap";
import { ended } from "../progress";
import { c } from "../words";

const courier = (it: Tracking): string => it.courier_name ?? c().track.a;

/// What happens now.
export const firstWords = (it: Tracking): string =>
  c().track.says[it.status](it.status === "PickedUp" ? courier(it) : it.restaurant_name);

/// When it comes, or came.
export function moreWords(it: Tracking): string[] {
  const w = c().track;
  if (it.status === "Delivered") {
    const at = it.timeline.find((one) => one.status === "Delivered")?.at;
    return at ? [w.there(clock(at))] : [];
  }
  if (ended(it.status)) return [];
  if (it.slot && it.status === "Scheduled") return [w.at(`${whenWords(it.slot.from).replace(clock(it.slot.from), range(it.slot.from, it.slot.to))}`)];
  return it.eta ? [w.at(range(roundUp(it.eta.from, 5), roundUp(it.eta.to, 5)))] : [];
}

const NEAR_METRES = 60;

/// Where it is, for whoever sees no map. How far it still has to go is not ours to tell.
export function wayWords(it: Tracking): string[] {
  const w = c().track;
  const who = it.courier_name;
  if (it.courier_lat !== null && it.courier_lon !== null) {
    const far = metresBetween({ lat: it.courier_lat, lon: it.courier_lon }, it.pickup);
    return far < NEAR_METRES ? [] : [w.from(courier(it), distance(far), it.restaurant_name)];
  }
  // near the door its place is not told
  if (it.status === "PickedUp") return [w.close(courier(it))];
  return [w.cooks(it.restaurant_name, it.pickup.text), ...(who ? [w.brings(who)] : [])];
}

export function trackPins(it: Tracking): Pin[] {
  const pins: Pin[] = [{ id: "kitchen", kind: "kitchen", ...it.pickup, label: it.restaurant_name }];
  if (it.courier_lat !== null && it.courier_lon !== null)
    pins.push({ id: "courier", kind: "courier", lat: it.courier_lat, lon: it.courier_lon, label: it.courier_name ?? t().order.courier });
  return pins;
}
