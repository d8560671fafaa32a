import { computed, signal } from "@preact/signals";
import { cityInfo } from "../api/city";
import { type Ping, tellPositions } from "../api/couriers";
import { Failure } from "../api/failure";
import { metresBetween, type Point } from "../core/geo";
import { kept } from "../core/kept";
import { stamp } from "../core/server-clock";
import { isDemo, here, me, stops } from "./state";
import { advance } from "./road/way";

/// How we know where the courier is: by the device, or, in the demo, by riding along the way.
const asked = kept<"device" | "along">("courier.by", "device");
export const by = computed(() => (isDemo.value ? asked.value : "device"));
export const rideAlong = (yes: boolean): void => void (asked.value = yes ? "along" : "device");

export type Sight = "unknown" | "asking" | "fine" | "denied" | "unavailable";
export const sight = signal<Sight>("unknown");

const unsent = kept<Ping[]>("courier.pings", []);
const MOST_UNSENT = 500;
const SEND_MS = 5_000;
const STILL_HERE_MS = 20_000;
const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 };

let lastPing = 0;
let watching: number | null = null;

function seen(at: Point): void {
  const before = here.value;
  here.value = { lat: at.lat, lon: at.lon, at: Date.now() };
  const still = before !== null && metresBetween(before, at) < 8;
  if (Date.now() - lastPing < (still ? STILL_HERE_MS : SEND_MS)) return;
  lastPing = Date.now();
  if (needed()) unsent.value = [...unsent.value.slice(1 - MOST_UNSENT), { lat: at.lat, lon: at.lon, at: stamp() }];
}

const needed = () => (me.value?.online ?? false) || stops.value.length > 0;

let telling = false;
/// Tells where the courier was since the last time; without signal it waits, and is told then.
export async function tellWhere(): Promise<void> {
  const id = me.value?.courier_id;
  const pings = unsent.value;
  if (!id || telling || !pings.length) return;
  telling = true;
  try {
    await tellPositions(id, pings);
    unsent.value = unsent.value.filter((it) => !pings.includes(it));
  } catch (raw) {
    const failure = raw as Failure;
    if (failure.status === 422 || failure.status === 404) unsent.value = [];
  } finally {
    telling = false;
  }
}

const failed = (error: GeolocationPositionError) => {
  sight.value = error.code === error.PERMISSION_DENIED ? "denied" : here.value ? sight.value : "unavailable";
};

const found = ({ coords }: GeolocationPosition) => {
  sight.value = "fine";
  seen({ lat: coords.latitude, lon: coords.longitude });
};

/// Looks where the courier is. Browsers ask their person now, so it happens on a tap.
export function look(): Promise<boolean> {
  if (by.value === "along") return placeAlong();
  if (!navigator.geolocation) {
    sight.value = "unavailable";
    return Promise.resolve(false);
  }
  sight.value = "asking";
  return new Promise((done) =>
    navigator.geolocation.getCurrentPosition(
      (position) => {
        found(position);
        done(true);
      },
      (error) => {
        sight.value = error.code === error.PERMISSION_DENIED ? "denied" : "unavailable";
        done(false);
      },
      OPTIONS,
    ),
  );
}

async function placeAlong(): Promise<boolean> {
  const known = me.value;
  const start = here.value ?? (known?.lat && known.lon ? { lat: known.lat, lon: known.lon } : null);
  try {
    lastPing = 0;
    seen(start ?? (await cityInfo()).centre);
    sight.value = "fine";
    return true;
  } catch {
    sight.value = "unavailable";
    return false;
  }
}

export function forceTell(): Promise<void> {
  lastPing = 0;
  if (here.value) seen(here.value);
  return tellWhere();
}

function tick(): void {
  const wanted = needed();
  const byDevice = wanted && by.value === "device" && "geolocation" in navigator;
  if (byDevice && watching === null) watching = navigator.geolocation.watchPosition(found, failed, OPTIONS);
  if (!byDevice && watching !== null) {
    navigator.geolocation.clearWatch(watching);
    watching = null;
  }
  if (!wanted) return;
  if (by.value === "along") {
    const next = here.value && advance(here.value);
    if (next) seen(next);
    else if (!here.value) void placeAlong();
    if (next) sight.value = "fine";
  } else if (here.value && sight.value === "fine") seen(here.value);
}

export function startWhereabouts(): void {
  setInterval(tick, 1000);
  setInterval(() => void tellWhere(), SEND_MS);
}
