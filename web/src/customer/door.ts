import { kept } from "../core/kept";
import type { Address } from "../api/wire";

/// Where the food goes.
export const door = kept<Address | null>("door", null);

/// How to find the door: floor, code, "ring twice".
export const doorNote = kept<string>("door.note", "");
