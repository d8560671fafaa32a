import { findRestaurants } from "../../api/city";
import type { Card } from "../../api/wire";
import { metresBetween } from "../../core/geo";
import { useResource } from "../../core/resource";
import { here } from "../state";

const NEAR_M = 1000;

/// The open kitchens around the courier. Asked again when they have gone some hundred metres.
export function useNearby(): Card[] | null {
  const at = here.value;
  const square = at ? `${at.lat.toFixed(3)},${at.lon.toFixed(3)}` : null;
  const found = useResource(square && `nearby.${square}`, () => findRestaurants({ ...(at ?? { lat: 0, lon: 0 }), text: "here" }, { q: null, cuisine: null, open: true }));
  return at && found.data ? found.data.filter((it) => metresBetween(it.address, at) <= NEAR_M) : null;
}
