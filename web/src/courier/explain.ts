import type { Failure } from "../api/failure";
import { explain as general } from "../core/explain";
import { c } from "./words";

/// What a failure means on the road; for the rest, what it means everywhere.
export function explain(failure: Failure): string {
  const w = c().failure;
  if (failure.code === "offer_gone") return w.offer_gone;
  if (failure.code === "has_ride") return w.has_ride;
  if (failure.code === "wrong_state") return w.wrong_state;
  return general(failure);
}
