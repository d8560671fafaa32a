import type { Health } from "../../api/wire-operator";

export interface Served { name: string; status: "ok" | "degraded" | "down"; up: number; of: number; latency: number }

/// A service's replicas as one: down when all are, limping when one is.
export function byService(all: Health["services"]): Served[] {
  const names = [...new Set(all.map((it) => it.service))];
  return names.map((name) => {
    const replicas = all.filter((it) => it.service === name);
    const up = replicas.filter((it) => it.status === "ok").length;
    const status = up === replicas.length ? "ok" : replicas.every((it) => it.status === "down") ? "down" : "degraded";
    return { name, status, up, of: replicas.length, latency: Math.max(...replicas.map((it) => it.latency_ms)) };
  });
}
