import { actorWords } from "./actor";
import type { Moment } from "./story";
import { d } from "../words";

/// Why something was done, in the reader's language where a rule or a service says it; what people
/// said stays as they said it.
export function because({ code, why, of }: Moment): string {
  const codes = d().code;
  // what a courier told stands beside the rule, for operators alone
  const told = code === "courier_gone" && why ? ` ${why}` : "";
  if (code && code in codes) return codes[code as keyof typeof codes] + told;
  return of === "ride" && why ? ofRide(why) : why ?? "";
}

/// A ride's steps come without codes: dispatch's own few sentences are known by their form.
function ofRide(why: string): string {
  const w = d().rideWhy;
  const asked = /^(courier \d+)( did not answer)?$/.exec(why);
  if (asked) return asked[2] ? w.noAnswer(actorWords(asked[1] ?? "")) : actorWords(asked[1] ?? "");
  if (why.startsWith("The courier could not go on")) return w.gaveBack;
  switch (why) {
    case "declined": return w.declined;
    case "the courier did not arrive in time": return w.late;
    case "the courier gives no sign": return w.silent;
    case "without proof": return w.noProof;
    default: return why;
  }
}
