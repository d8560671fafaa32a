import { computed, effect } from "@preact/signals";
import { findWay, type Route } from "../../api/couriers";
import { metresBetween, type Point } from "../../core/geo";
import { kept } from "../../core/kept";
import { onReturn } from "../../core/online";
import { here, me, stops } from "../state";
import { along, lengthOf, lineOf, placeOn, rest } from "./line";

interface Way {
  /// the stop that it leads to
  to: string;
  from: Point;
  route: Route;
}

const way = kept<Way | null>("courier.way", null);

const ASK_MS = 6_000;
const LOST_M = 60;
/// In the demo one rides along so many metres in a second: five times as fast as a bicycle.
const DEMO_PACE = 22;

export const goal = computed(() => {
  const next = stops.value[0];
  return next?.moving ? next : null;
});

const nameOf = (at: Point) => `${at.lat.toFixed(5)},${at.lon.toFixed(5)}`;

const current = computed(() => {
  const stop = goal.value;
  return stop && way.value?.to === nameOf(stop.at) ? way.value.route : null;
});

/// What is left of the way, from where the courier is.
export const ahead = computed(() => {
  const route = current.value;
  if (!route || !here.value) return null;
  const line = lineOf(route.geometry.coordinates);
  const place = placeOn(line, here.value);
  if (!place) return null;
  const left = rest(line, place);
  const metres = lengthOf(left);
  const part = route.metres > 0 ? Math.min(1, metres / route.metres) : 0;
  return { line: left, metres, seconds: Math.round(route.seconds * part), off: place.off };
});

let asked = 0;
let askedFor = "";
async function ask(): Promise<void> {
  const stop = goal.value;
  const from = here.value;
  if (!stop || !from || !me.value) return;
  const to = nameOf(stop.at);
  if (askedFor === to && Date.now() - asked < ASK_MS) return;
  [asked, askedFor] = [Date.now(), to];
  try {
    const route = await findWay(me.value.vehicle, [from, stop.at]);
    way.value = { to, from, route };
  } catch {
    // the words tell the straight distance until there is a way
  }
}

/// Keeps the way up to date: a new one for every stop, and for who took another street.
export function startWay(): void {
  effect(() => {
    if (!goal.value || !here.value) return;
    const lost = ahead.value ? ahead.value.off > LOST_M : true;
    if (!current.value || lost) void ask();
  });
  onReturn(() => void ask());
}

/// The next place of somebody who rides along the way in the demo, or null without one.
export function advance(from: Point): Point {
  const left = ahead.value;
  if (left) return along(left.line, DEMO_PACE);
  const stop = goal.value;
  if (!stop) return from;
  // no way could be asked for: straight on, so that the demo goes on without a network
  const far = metresBetween(from, stop.at);
  return far < DEMO_PACE ? stop.at : { lat: from.lat + ((stop.at.lat - from.lat) * DEMO_PACE) / far, lon: from.lon + ((stop.at.lon - from.lon) * DEMO_PACE) / far };
}
