import type { GeoJSONSource, Map as Drawing } from "maplibre-gl";
import type { Point } from "../core/geo";

const NAME = "way";

/// Draws a way in tomato, with a pale edge so that it stands out on both papers. A new style has
/// forgotten it, so it is drawn again whenever one comes.
export function drawLine(map: Drawing, line: Point[] | undefined): void {
  const data = {
    type: "Feature" as const,
    properties: {},
    geometry: { type: "LineString" as const, coordinates: (line ?? []).map((it) => [it.lon, it.lat]) },
  };
  const there = map.getSource<GeoJSONSource>(NAME);
  if (there) {
    if (line) there.setData(data);
    return;
  }
  if (!line || !map.style?._loaded) return;
  map.addSource(NAME, { type: "geojson", data });
  const layout = { "line-cap": "round" as const, "line-join": "round" as const };
  map.addLayer({ id: `${NAME}-edge`, type: "line", source: NAME, layout, paint: { "line-color": "#fff", "line-width": 9, "line-opacity": 0.85 } });
  map.addLayer({ id: NAME, type: "line", source: NAME, layout, paint: { "line-color": "#d9432a", "line-width": 5 } });
}
