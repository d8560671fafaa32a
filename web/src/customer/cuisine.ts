import { c } from "./words";

/// A restaurant says in English words, with commas between, what it cooks.
export const partsOf = (cuisine: string): string[] => cuisine.split(",").map((it) => it.trim()).filter(Boolean);

/// The same for a reader: what we know in their language, anything else as it is.
export function cuisineWords(cuisine: string): string {
  const known: Record<string, string> = c().cuisine;
  return partsOf(cuisine)
    .map((it) => known[it.toLowerCase()] ?? it.charAt(0).toUpperCase() + it.slice(1))
    .join(", ");
}
