import type { Map as Drawing } from "maplibre-gl";
import { useEffect, useRef } from "preact/hooks";
import { zoneOf } from "../../api/operate";
import type { Card } from "../../api/wire";
import { useResource } from "../../core/resource";
import { isDark } from "../../core/theme";
import { clock } from "../../core/time";
import { loadMap } from "../../map/load";
import "../../map/map.css";
import { addLayers, areaOf, fill } from "../live/layers";
import { Refusal } from "../parts";
import { d } from "../words";

/// Where one kitchen delivers now, drawn and in words.
export function ZoneMap({ kitchen, version }: { kitchen: Card; version: number }) {
  const w = d().zones;
  const box = useRef<HTMLDivElement>(null);
  const { lat, lon } = kitchen.address;
  const zone = useResource(`zone.${kitchen.restaurant_id}.${version}`, () => zoneOf(kitchen.restaurant_id, lat, lon));
  const it = zone.data;
  const latest = useRef(it);
  latest.current = it;
  const drawing = useRef<Drawing | null>(null);
  const paint = () => {
    if (drawing.current?.getSource("area")) fill(drawing.current, "area", areaOf(latest.current?.area ?? null));
  };
  useEffect(() => {
    let gone = false;
    void loadMap().then((library) => {
      if (gone || !box.current) return;
      const map = new library.Map({
        container: box.current, style: `/map/style.json?theme=${isDark() ? "dark" : "light"}`,
        center: [lon, lat], zoom: 13.2, attributionControl: { compact: true }, dragRotate: false,
      });
      map.getCanvas().setAttribute("aria-label", w.map(kitchen.name));
      const sign = document.createElement("span");
      sign.className = "pin kitchen";
      new library.Marker({ element: sign }).setLngLat([lon, lat]).addTo(map);
      drawing.current = map;
      map.on("style.load", () => {
        addLayers(map, isDark());
        paint();
      });
    });
    return () => {
      gone = true;
      drawing.current?.remove();
      drawing.current = null;
    };
  }, []);
  useEffect(paint, [it]);
  return (
    <div class="stack-s">
      <Refusal failure={zone.failure} again={() => void zone.reload()} />
      {it && (
        <p role="status">
          {it.kind === "reach" ? w.reaches(kitchen.name, it.minutes ?? 0) : w.drawn(kitchen.name)}
          {it.restriction && ` ${it.restriction.percent === 0 ? w.nowPaused(clock(it.restriction.until)) : w.nowShrunk(it.restriction.percent, clock(it.restriction.until))}`}
        </p>
      )}
      <div class="zone-map"><div class="map" ref={box} role="group" aria-label={w.map(kitchen.name)} /></div>
    </div>
  );
}
