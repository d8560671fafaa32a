import { metresBetween, type Point } from "../../core/geo";
import type { Line } from "./line";

export type Side = "left" | "right" | "slightLeft" | "slightRight" | "back";

/// A turn of the way, and how far away it is.
export interface Turn {
  side: Side;
  metres: number;
}

const bearing = (a: Point, b: Point): number =>
  (Math.atan2((b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180), b.lat - a.lat) * 180) / Math.PI;

const between = (from: number, to: number): number => ((to - from + 540) % 360) - 180;

const TURN_DEGREES = 35;
// a bend that is drawn with several points is one turn
const BEND_M = 18;

function sideOf(angle: number): Side {
  const size = Math.abs(angle);
  if (size > 150) return "back";
  if (size < 60) return angle < 0 ? "slightLeft" : "slightRight";
  return angle < 0 ? "left" : "right";
}

/// The turns along a way, told by its shape alone.
export function turnsOf(line: Line): Turn[] {
  const turns: Turn[] = [];
  let metres = 0;
  const bend = { angle: 0, at: 0, last: 0 };
  const close = () => {
    if (Math.abs(bend.angle) >= TURN_DEGREES) turns.push({ side: sideOf(bend.angle), metres: bend.at });
    bend.angle = 0;
  };
  for (let i = 1; i + 1 < line.length; i++) {
    const [a, b, c] = [line[i - 1] as Point, line[i] as Point, line[i + 1] as Point];
    metres += metresBetween(a, b);
    if (metresBetween(a, b) < 1 || metresBetween(b, c) < 1) continue;
    const angle = between(bearing(a, b), bearing(b, c));
    if (Math.abs(angle) < 10) continue;
    if (metres - bend.last > BEND_M || Math.sign(bend.angle) !== Math.sign(angle)) {
      close();
      bend.at = metres;
    }
    bend.angle += angle;
    bend.last = metres;
  }
  close();
  return turns;
}

const WINDS = ["north", "northEast", "east", "southEast", "south", "southWest", "west", "northWest"] as const;
export type Wind = (typeof WINDS)[number];

/// The wind's name for a direction.
export const windOf = (from: Point, to: Point): Wind =>
  WINDS[Math.round(((bearing(from, to) + 360) % 360) / 45) % 8] as Wind;
