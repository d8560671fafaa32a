import workerUrl from "maplibre-gl/dist/maplibre-gl-csp-worker.js?url";
import "maplibre-gl/dist/maplibre-gl.css";

/// The map's library is large and only wanted where a map is. Its worker comes from our own
/// origin, as the page's security policy wants it.
export async function loadMap() {
  const { default: maplibre } = await import("maplibre-gl/dist/maplibre-gl-csp.js");
  maplibre.setWorkerUrl(workerUrl);
  return maplibre;
}
