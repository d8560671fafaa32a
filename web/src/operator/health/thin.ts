import type { HealthSample } from "../../api/wire-watch";

const GAP_MS = 150_000;

/// What a chart can show of many samples: at most so many points, each the worst of its time; a
/// hole where nothing was told.
export function thin(samples: HealthSample[], from: number, most: number): HealthSample[][] {
  const wanted = samples.filter((it) => Date.parse(it.at) >= from);
  const size = Math.max(1, Math.ceil(wanted.length / most));
  const groups: HealthSample[][] = [];
  for (let i = 0; i < wanted.length; i += size) groups.push(wanted.slice(i, i + size));
  return groups;
}

export interface Columns { at: number[]; latency: (number | null)[]; requests: (number | null)[]; errors: (number | null)[]; up: (number | null)[]; replicas: (number | null)[] }

export function columnsOf(groups: HealthSample[][]): Columns {
  const all: Columns = { at: [], latency: [], requests: [], errors: [], up: [], replicas: [] };
  let before: number | null = null;
  for (const group of groups) {
    const at = Date.parse(group.at(-1)?.at ?? "");
    const step = group.length > 1 ? at - Date.parse(group[0]?.at ?? "") : 0;
    if (before !== null && at - before > GAP_MS + 2 * step) add(all, (before + 1000) / 1000, null);
    add(all, at / 1000, group);
    before = at;
  }
  return all;
}

function add(all: Columns, at: number, group: HealthSample[] | null): void {
  const mean = (of: (it: HealthSample) => number) => (group ? group.reduce((sum, it) => sum + of(it), 0) / group.length : null);
  const worst = (of: (it: HealthSample) => number) => (group ? Math.max(...group.map(of)) : null);
  const least = (of: (it: HealthSample) => number) => (group ? Math.min(...group.map(of)) : null);
  all.at.push(at);
  all.latency.push(worst((it) => it.latency_ms));
  all.requests.push(mean((it) => it.requests_per_second));
  all.errors.push(worst((it) => it.error_percent));
  all.up.push(least((it) => it.up));
  all.replicas.push(worst((it) => it.replicas));
}
