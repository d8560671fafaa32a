import { useEffect } from "preact/hooks";
import { readOwnMenu } from "../api/kitchen";
import type { Menu } from "../api/wire";
import { type Resource, useResource } from "../core/resource";
import { cityZone } from "../core/time";

const EVERY_MS = 60_000;

/// The restaurant with its menu, looked at again now and then: a pause ends by itself, and
/// colleagues change things, too.
export function useOwnMenu(restaurant: number): Resource<Menu> {
  const menu = useResource(`own.${restaurant}`, () => readOwnMenu(restaurant));
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void menu.reload();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [restaurant]);
  const zone = menu.data?.time_zone;
  useEffect(() => {
    if (zone) cityZone.value = zone;
  }, [zone]);
  return menu;
}
