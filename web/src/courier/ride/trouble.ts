import type { RoadTrouble } from "../../api/couriers";
import type { Stop } from "../road/stops";

export interface Case {
  kind: RoadTrouble;
  /// it helps to call the kitchen
  call?: boolean;
  /// the food may be left with a photo
  photo?: boolean;
}

/// What may go wrong here, the likeliest first.
export function casesOf({ kind, status }: Pick<Stop, "kind" | "status">): Case[] {
  if (kind === "pickup")
    return [
      ...(status === "AtRestaurant" ? [{ kind: "long_wait" as const, call: true }] : [{ kind: "cannot_find" as const }]),
      { kind: "kitchen_closed", call: true },
      { kind: "broken_down" },
      { kind: "other" },
    ];
  if (status === "AtDoor")
    return [{ kind: "nobody_there", photo: true }, { kind: "cannot_find" }, { kind: "food_damaged", call: true, photo: true }, { kind: "other", call: true }];
  return [{ kind: "cannot_find" }, { kind: "broken_down", call: true }, { kind: "food_damaged", call: true }, { kind: "other", call: true }];
}

/// Whoever has no food yet may give the ride back.
export const mayGiveBack = ({ kind }: Pick<Stop, "kind">): boolean => kind === "pickup";
