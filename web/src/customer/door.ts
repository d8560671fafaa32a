import { kept } from "../core/kept";
import type { Address, Allergen } from "../api/wire";

/// Where the food goes.
export const door = kept<Address | null>("door", null);

/// How to find the door: floor, code, "ring twice".
export const doorNote = kept<string>("door.note", "");

/// What this person must not eat. It stays on this device.
export const avoided = kept<Allergen[]>("avoided", []);

export const favourites = kept<number[]>("favourites", []);

export function toggleFavourite(id: number): void {
  const all = favourites.value;
  favourites.value = all.includes(id) ? all.filter((it) => it !== id) : [...all, id];
}
