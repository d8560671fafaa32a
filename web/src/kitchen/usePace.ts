import { useEffect } from "preact/hooks";
import { type Pace, readPace, type Tagged } from "../api/kitchen";
import type { Menu } from "../api/wire";
import { type Resource, useResource } from "../core/resource";
import { serverNow } from "../core/server-clock";

/// How the kitchen lets itself be driven; asked again whenever the menu has another version, which
/// grows with the pace, too.
export function usePace(restaurant: number, menu: Menu | null): Resource<Tagged<Pace>> {
  const pace = useResource(`pace.${restaurant}`, () => readPace(restaurant));
  useEffect(() => {
    if (menu) void pace.reload();
  }, [menu?.version]);
  return pace;
}

/// Until when it takes no orders, if it is paused now.
export const pausedUntil = (pace: Pace | undefined | null): string | null =>
  pace?.paused_until && Date.parse(pace.paused_until) > serverNow.value ? pace.paused_until : null;
