import { courierOf } from "../live/city";
import { serviceName } from "../watch/words";
import { actor } from "./story";
import { d } from "../words";

/// "Courier 31", "Service: Orders": who moved it, in the reader's language.
export function actorWords(by: string): string {
  const w = d().actor;
  const ours = /^service ([a-z]+)$/.exec(by);
  if (ours) return `${w.service}: ${serviceName(ours[1] ?? "")}`;
  const { who, id } = actor(by);
  const name = who in w ? w[who as keyof typeof w] : who;
  const known = who === "courier" ? courierOf(id)?.name : undefined;
  return id === null ? name : `${name} ${known ?? id}`;
}
