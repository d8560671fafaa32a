import { effect } from "@preact/signals";
import type { Map as Drawing, Marker } from "maplibre-gl";
import { useEffect, useRef } from "preact/hooks";
import type { Point } from "../core/geo";
import { isDark } from "../core/theme";
import { drawLine } from "./line";
import { loadMap } from "./load";
import "./map.css";

export interface Pin extends Point {
  id: string;
  kind: "kitchen" | "door" | "courier";
  label: string;
  href?: string;
  quiet?: boolean;
}

interface Props {
  label: string;
  pins: Pin[];
  centre: Point;
  zoom?: number;
  /// whether the map shows all pins whenever they change
  fit?: boolean;
  /// a way along streets
  line?: Point[];
  onMove?: (centre: Point) => void;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/// The city, drawn. Everything on it must also be said in words beside it.
export default function CityMap({ label, pins, centre, zoom = 14, fit = false, line, onMove }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const markers = useRef(new Map<string, Marker>());
  const latest = useRef({ pins, fit, line, onMove });
  latest.current = { pins, fit, line, onMove };

  useEffect(() => {
    let gone = false;
    let stop = () => {};
    void loadMap().then((maplibre) => {
      if (gone || !box.current) return;
      const map = new maplibre.Map({
        container: box.current,
        style: style(),
        center: [centre.lon, centre.lat],
        zoom,
        attributionControl: { compact: true },
        dragRotate: false,
        pitchWithRotate: false,
      });
      map.addControl(new maplibre.NavigationControl({ showCompass: false }), "bottom-right");
      map.getCanvas().setAttribute("aria-label", label);
      drawing.current = map;
      map.on("moveend", () => {
        const { lat, lng } = map.getCenter();
        latest.current.onMove?.({ lat, lon: lng });
      });
      const place = () => {
        const { pins: now, fit: all } = latest.current;
        draw(maplibre, map, markers.current, now);
        if (all && now.length) show(maplibre, map, [...now, ...(latest.current.line ?? [])]);
      };
      (map as Drawing & { place?: () => void }).place = place;
      place();
      map.on("styledata", () => drawLine(map, latest.current.line));
      let first = true;
      stop = effect(() => {
        const wanted = style();
        if (!first) map.setStyle(wanted);
        first = false;
      });
    });
    return () => {
      gone = true;
      stop();
      markers.current.clear();
      drawing.current?.remove();
      drawing.current = null;
    };
  }, []);

  const print = pins.map((it) => `${it.id}:${it.lat.toFixed(5)},${it.lon.toFixed(5)}`).join(" ");
  useEffect(() => {
    (drawing.current as (Drawing & { place?: () => void }) | null)?.place?.();
  }, [print]);
  const way = line?.map((it) => `${it.lat.toFixed(5)},${it.lon.toFixed(5)}`).join(" ");
  useEffect(() => {
    if (drawing.current) drawLine(drawing.current, line);
  }, [way]);

  return <div class="map" ref={box} role="group" aria-label={label} />;
}

const style = () => `/map/style.json?theme=${isDark() ? "dark" : "light"}`;

type Library = Awaited<ReturnType<typeof loadMap>>;

function draw(maplibre: Library, map: Drawing, there: Map<string, Marker>, pins: Pin[]): void {
  const wanted = new Set(pins.map((it) => it.id));
  for (const [id, marker] of there)
    if (!wanted.has(id)) {
      marker.remove();
      there.delete(id);
    }
  for (const pin of pins) {
    const old = there.get(pin.id);
    if (old) old.setLngLat([pin.lon, pin.lat]);
    else {
      const anchor = pin.kind === "door" ? "bottom" : "center";
      const marker = new maplibre.Marker({ element: element(pin), anchor });
      there.set(pin.id, marker.setLngLat([pin.lon, pin.lat]).addTo(map));
    }
  }
}

function element(pin: Pin): HTMLElement {
  const it = document.createElement(pin.href ? "a" : "span");
  it.className = `pin ${pin.kind}${pin.quiet ? " quiet" : ""}`;
  it.title = pin.label;
  if (it instanceof HTMLAnchorElement) {
    it.href = pin.href ?? "";
    // the list beside the map has the same links for the keyboard
    it.tabIndex = -1;
  }
  it.setAttribute("aria-label", pin.label);
  if (!pin.href) it.setAttribute("role", "img");
  return it;
}

function show(maplibre: Library, map: Drawing, pins: Point[]): void {
  const bounds = new maplibre.LngLatBounds();
  for (const { lon, lat } of pins) bounds.extend([lon, lat]);
  map.fitBounds(bounds, { padding: 56, maxZoom: 16, animate: !calm() });
}
