import type { Pin } from "../../map/CityMap";
import { LazyMap } from "../../map/LazyMap";
import { ahead } from "../road/way";
import type { Stop } from "../road/stops";
import { here } from "../state";
import { c } from "../words";

export function WayMap({ stop }: { stop: Stop }) {
  const w = c();
  const pins: Pin[] = [{ id: stop.kind, kind: stop.kind === "pickup" ? "kitchen" : "door", lat: stop.at.lat, lon: stop.at.lon, label: stop.at.text }];
  if (here.value) pins.push({ id: "me", kind: "courier", lat: here.value.lat, lon: here.value.lon, label: w.where.you });
  return (
    <div class="ride-map">
      <LazyMap key={`${stop.ride.delivery_id}.${stop.kind}`} label={w.way.map} pins={pins} centre={here.value ?? stop.at} zoom={15.5} fit line={ahead.value?.line ?? []} />
    </div>
  );
}
