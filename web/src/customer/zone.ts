import { findSome } from "../api/city";
import { path } from "../core/router";
import { cityZone } from "../core/time";

/// Food comes by the clock of the town. Whoever comes by a link to an order has met no restaurant
/// yet that says what that is.
export async function startZone(): Promise<void> {
  if (cityZone.peek() || path.peek() === "/" || path.peek().startsWith("/r/")) return;
  const [one] = await findSome(1).catch(() => []);
  if (one) cityZone.value = one.time_zone;
}
