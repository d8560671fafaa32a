import type { Map as Drawing, Marker } from "maplibre-gl";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Courier } from "../../api/wire-operator";
import type { Point } from "../../core/geo";
import { filter, go } from "../../core/router";
import { isDark } from "../../core/theme";
import { loadMap } from "../../map/load";
import "../../map/map.css";
import { courierState } from "./words";
import { takeDrops } from "./dropping";
import type { Job } from "./jobs";
import { addLayers, fill, spots, ways } from "./layers";
import { looked } from "./looked";
import { o } from "../words";

interface Props {
  centre: Point;
  /// west, south, east, north
  bounds: number[];
  jobs: Job[];
  couriers: Courier[];
  onDrop: (order: number, courier: number) => void;
}

type Library = Awaited<ReturnType<typeof loadMap>>;
const style = () => `/map/style.json?theme=${isDark() ? "dark" : "light"}`;

/// Everything that moves in the city. An order that is dragged onto a courier is theirs.
export function LiveMap(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<{ map: Drawing; library: Library } | null>(null);
  const markers = useRef(new Map<number, Marker>());
  const latest = useRef(props);
  latest.current = props;

  const paint = () => {
    const it = drawing.current;
    if (!it) return;
    const { jobs, couriers } = latest.current;
    fill(it.map, "spots", spots(jobs));
    fill(it.map, "ways", ways(jobs, couriers, looked.peek()));
    place(it.library, it.map, markers.current, couriers);
  };

  useEffect(() => (box.current ? takeDrops(box.current, markers.current, (order, who) => latest.current.onDrop(order, who)) : undefined), []);
  useEffect(() => {
    let gone = false;
    void loadMap().then((library) => {
      if (gone || !box.current) return;
      const { centre: { lat, lon }, bounds: [west, south, east, north] } = latest.current;
      const map = new library.Map({
        container: box.current, style: style(), center: [lon, lat], zoom: 14.2,
        attributionControl: { compact: true }, dragRotate: false, pitchWithRotate: false,
      });
      if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
        map.fitBounds([west, south, east, north], { padding: { top: 56, bottom: 24, left: 24, right: 24 }, animate: false });
      map.addControl(new library.NavigationControl({ showCompass: false }), "bottom-right");
      map.getCanvas().setAttribute("aria-label", o().live.mapLabel);
      map.on("style.load", () => {
        addLayers(map, isDark());
        paint();
      });
      map.on("mousemove", "doors", (event) => {
        looked.value = Number(event.features?.[0]?.properties?.order ?? 0);
        map.getCanvas().style.cursor = "pointer";
      });
      map.on("mouseleave", "doors", () => (map.getCanvas().style.cursor = ""));
      map.on("click", "doors", (event) => go(`/operator/order-${event.features?.[0]?.properties?.order}`));
      drawing.current = { map, library };
      paint();
    });
    return () => {
      gone = true;
      markers.current.clear();
      drawing.current?.map.remove();
      drawing.current = null;
    };
  }, []);

  const dark = isDark();
  const before = useRef(dark);
  useEffect(() => {
    if (before.current !== dark) drawing.current?.map.setStyle(style());
    before.current = dark;
  }, [dark]);
  useEffect(paint, [props.jobs, props.couriers]);
  useSignalEffect(() => {
    void looked.value;
    paint();
  });
  return <div class="map" ref={box} role="group" aria-label={o().live.mapLabel} />;
}

function place(library: Library, map: Drawing, there: Map<number, Marker>, couriers: Courier[]): void {
  const shown = couriers.filter((it) => it.online && it.lat !== null && it.lon !== null);
  const wanted = new Set(shown.map((it) => it.courier_id));
  for (const [id, marker] of there)
    if (!wanted.has(id)) {
      marker.remove();
      there.delete(id);
    }
  for (const it of shown) {
    const spot: [number, number] = [it.lon ?? 0, it.lat ?? 0];
    const marker = there.get(it.courier_id) ?? new library.Marker({ element: sign(it.courier_id) });
    const element = marker.getElement();
    const label = `${it.name}: ${courierState(it)}`;
    if (element.title !== label) {
      element.title = label;
      element.setAttribute("aria-label", label);
    }
    element.classList.toggle("busy", it.delivery_ids.length > 0);
    if (!there.has(it.courier_id)) there.set(it.courier_id, marker.setLngLat(spot).addTo(map));
    else marker.setLngLat(spot);
  }
}

function sign(courier: number): HTMLElement {
  const it = document.createElement("span");
  it.className = "sign courier on-map";
  it.setAttribute("role", "img");
  it.addEventListener("click", () => filter({ show: "couriers", courier: String(courier) }));
  return it;
}
