import type { Delivery } from "../../api/wire";
import { clock } from "../../core/time";
import { serverNow } from "../../core/server-clock";
import { Note } from "../../look/parts";
import { c } from "../words";

export function AtKitchen({ ride }: { ride: Delivery }) {
  const w = c().ride;
  const waits = ride.ready_at !== null && Date.parse(ride.ready_at) > serverNow.value;
  return (
    <>
      <div class="code"><p class="label">{w.code}</p><p class="display number">{ride.order_id}</p><p class="soft small">{w.codeHelp}</p></div>
      <div role="status"><Note tone={waits ? "" : "good"} icon={waits ? "clock" : "check"}>{waits ? w.readyAt(clock(ride.ready_at as string)) : w.isReady}</Note></div>
    </>
  );
}
