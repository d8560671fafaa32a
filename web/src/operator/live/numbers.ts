import type { Delivery } from "../../api/wire";
import type { Courier } from "../../api/wire-operator";
import { type Job, needsHand, unassigned } from "./jobs";

/// The six numbers over the live city. Null where there is nothing to reckon it from yet.
export interface Numbers {
  underWay: number;
  late: number;
  /// stuck, or with a courier who told what stands in the way
  hand: number;
  unassigned: number;
  riding: number;
  online: number;
  /// of those delivered in the last hour, in percent
  onTime: number | null;
  /// from the order to the door, in the middle of those delivered in the last hour
  minutes: number | null;
}

const HOUR = 3_600_000;

export const arrived = (ride: Delivery): number | null => {
  const step = ride.timeline.findLast((it) => it.status === "Delivered");
  return step ? Date.parse(step.at) : null;
};

export function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export function numbersOf(jobs: Job[], couriers: Courier[], delivered: Delivery[], now: number): Numbers {
  const lately = delivered.flatMap((ride) => {
    const at = arrived(ride);
    return at !== null && now - at < HOUR ? [{ ride, at }] : [];
  });
  const promised = lately.filter(({ ride }) => ride.promised_at !== null);
  const good = promised.filter(({ ride, at }) => at <= Date.parse(ride.promised_at ?? ""));
  const took = median(lately.map(({ ride, at }) => (at - Date.parse(ride.created_at)) / 60_000));
  const online = couriers.filter((it) => it.online);
  return {
    underWay: jobs.length,
    late: jobs.filter((it) => it.pace === "late").length,
    hand: jobs.filter(needsHand).length,
    unassigned: jobs.filter(unassigned).length,
    riding: online.filter((it) => it.delivery_ids.length > 0).length,
    online: online.length,
    onTime: promised.length ? Math.round((100 * good.length) / promised.length) : null,
    minutes: took === null ? null : Math.round(took),
  };
}
