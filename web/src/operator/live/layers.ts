import type * as GeoJSON from "geojson";
import type { GeoJSONSource, Map as Drawing } from "maplibre-gl";
import type { Point } from "../../core/geo";
import type { Courier } from "../../api/wire-operator";
import { type Job, needsHand } from "./jobs";

type Features = GeoJSON.FeatureCollection;
const at = ({ lat, lon }: Point): [number, number] => [lon, lat];
const all = (features: GeoJSON.Feature[]): Features => ({ type: "FeatureCollection", features });

const TOMATO = "#dd4327";
const SAFFRON = "#e0a11b";
const BASIL = "#2f8a4c";

/// Kitchens, doors and the ways between, as one set of points and one of lines.
export function spots(jobs: Job[]): Features {
  const kitchens = new Map<number, GeoJSON.Feature>();
  const doors: GeoJSON.Feature[] = [];
  for (const job of jobs) {
    const { ride, id, pace } = job;
    if (!ride) continue;
    kitchens.set(ride.restaurant_id, {
      type: "Feature", geometry: { type: "Point", coordinates: at(ride.pickup) }, properties: { kind: "kitchen" },
    });
    doors.push({
      type: "Feature", geometry: { type: "Point", coordinates: at(ride.dropoff) },
      properties: { kind: "door", order: id, late: needsHand(job) || pace === "late" },
    });
  }
  return all([...kitchens.values(), ...doors]);
}

export function ways(jobs: Job[], couriers: Courier[], looked: number | null): Features {
  const places = new Map(couriers.map((it) => [it.courier_id, it]));
  return all(jobs.flatMap(({ ride, id }) => {
    if (!ride) return [];
    const who = ride.courier_id === null ? null : places.get(ride.courier_id);
    const begun = who?.lat != null && who.lon != null ? [at({ lat: who.lat, lon: who.lon })] : [];
    const carried = ride.status === "PickedUp" || ride.status === "AtDoor";
    const rest = carried ? [at(ride.dropoff)] : [at(ride.pickup), at(ride.dropoff)];
    // the whole way is shown of the order that one looks at, of the others only the next part
    const line = id === looked ? [...begun, ...rest] : begun.length ? [...begun, ...rest.slice(0, 1)] : [];
    if (line.length < 2) return [];
    return [{ type: "Feature" as const, geometry: { type: "LineString" as const, coordinates: line }, properties: { looked: id === looked } }];
  }));
}

/// Adds our layers over the city's, also after the style has changed with the theme.
export function addLayers(map: Drawing, dark: boolean): void {
  const none = all([]);
  const rim = dark ? "#1c1815" : "#ffffff";
  map.addSource("area", { type: "geojson", data: none });
  map.addSource("ways", { type: "geojson", data: none });
  map.addSource("spots", { type: "geojson", data: none });
  map.addLayer({ id: "area", type: "fill", source: "area", paint: { "fill-color": TOMATO, "fill-opacity": 0.16 } });
  map.addLayer({ id: "area-rim", type: "line", source: "area", paint: { "line-color": TOMATO, "line-width": 2 } });
  map.addLayer({
    id: "ways", type: "line", source: "ways", layout: { "line-cap": "round", "line-join": "round" },
    paint: {
      "line-color": ["case", ["get", "looked"], TOMATO, dark ? "#b7aca2" : "#6d625a"],
      "line-width": ["case", ["get", "looked"], 4, 1.5],
      "line-opacity": ["case", ["get", "looked"], 0.95, 0.45],
    },
  });
  map.addLayer({
    id: "kitchens", type: "circle", source: "spots", filter: ["==", ["get", "kind"], "kitchen"],
    paint: { "circle-radius": 5, "circle-color": rim, "circle-stroke-width": 3, "circle-stroke-color": dark ? "#cfc4ba" : "#4b4039" },
  });
  map.addLayer({
    id: "doors", type: "circle", source: "spots", filter: ["==", ["get", "kind"], "door"],
    layout: { "circle-sort-key": ["case", ["get", "late"], 1, 0] },
    paint: {
      // what is late is larger, not only of another colour
      "circle-radius": ["case", ["get", "late"], 9, 6],
      "circle-color": ["case", ["get", "late"], SAFFRON, BASIL],
      "circle-stroke-width": 2, "circle-stroke-color": rim,
    },
  });
}

export function fill(map: Drawing, source: "spots" | "ways" | "area", data: Features): void {
  map.getSource<GeoJSONSource>(source)?.setData(data);
}

export const areaOf = (area: { type: string; coordinates: unknown } | null): Features =>
  all(area ? [{ type: "Feature", geometry: area as GeoJSON.Geometry, properties: {} }] : []);
