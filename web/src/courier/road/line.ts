import { metresBetween, type Point } from "../../core/geo";

/// A way along streets, as points.
export type Line = Point[];

export const lineOf = (coordinates: number[][]): Line =>
  coordinates.map(([lon = 0, lat = 0]) => ({ lat, lon }));

export interface Place extends Point {
  /// the segment it is on
  segment: number;
  /// how far from the line somebody is who is told to be there
  off: number;
}

const mix = (a: Point, b: Point, part: number): Point => ({
  lat: a.lat + (b.lat - a.lat) * part,
  lon: a.lon + (b.lon - a.lon) * part,
});

function onSegment(a: Point, b: Point, p: Point): Point {
  const squeeze = Math.cos((p.lat * Math.PI) / 180);
  const [x, y] = [(b.lon - a.lon) * squeeze, b.lat - a.lat];
  const length = x * x + y * y;
  if (length === 0) return a;
  const part = ((p.lon - a.lon) * squeeze * x + (p.lat - a.lat) * y) / length;
  return mix(a, b, Math.min(1, Math.max(0, part)));
}

/// The nearest place on the way.
export function placeOn(line: Line, p: Point): Place | null {
  let best: Place | null = null;
  for (let i = 0; i + 1 < line.length; i++) {
    const at = onSegment(line[i] as Point, line[i + 1] as Point, p);
    const off = metresBetween(at, p);
    if (!best || off < best.off) best = { ...at, segment: i, off };
  }
  return best;
}

export const lengthOf = (line: Line): number =>
  line.reduce((all, it, i) => (i ? all + metresBetween(line[i - 1] as Point, it) : 0), 0);

/// What is left of the way from a place on it.
export const rest = (line: Line, from: Place): Line => [
  { lat: from.lat, lon: from.lon },
  ...line.slice(from.segment + 1),
];

/// Where one is after so many metres along the way.
export function along(line: Line, metres: number): Point {
  let left = metres;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i] as Point, line[i + 1] as Point];
    const length = metresBetween(a, b);
    if (left <= length && length > 0) return mix(a, b, left / length);
    left -= length;
  }
  return line.at(-1) ?? { lat: 0, lon: 0 };
}
