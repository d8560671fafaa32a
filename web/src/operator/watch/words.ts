import type { Alert } from "../../api/wire-watch";
import { o } from "../words";

export function serviceName(service: string): string {
  const w = o().service;
  return service in w ? w[service as keyof typeof w] : service;
}

/// What an alert means, in the reader's language, by its rule.
export function alertWords({ rule, service, replica }: Pick<Alert, "rule" | "service" | "replica">): string {
  const w = o().alerts;
  const who = replica === null ? serviceName(service) : w.replica(serviceName(service), replica);
  return rule in w.rule ? w.rule[rule as keyof typeof w.rule](who) : w.other(who);
}
