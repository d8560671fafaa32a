import type { Delivery } from "../../api/wire";
import { clock } from "../../core/time";
import { Note } from "../../look/parts";
import { c } from "../words";

/// What the office knows of this ride's trouble, until the next step.
export function ToldOffice({ ride }: { ride: Delivery }) {
  const w = c().problem;
  if (!ride.problem) return null;
  const { kind, text, at } = ride.problem;
  return <div role="status"><Note tone="late" icon="info"><strong>{w.told(w.kinds[kind], clock(at))}</strong>{text && <p class="small">{text}</p>}</Note></div>;
}
