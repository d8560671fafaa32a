import type { Delivery } from "../../api/wire";
import { t } from "../../core/i18n";
import { clock } from "../../core/time";
import { Note } from "../../look/parts";
import { serverNow } from "../state";

export function AtKitchen({ ride }: { ride: Delivery }) {
  const w = t().courier.ride;
  const waits = ride.ready_at !== null && Date.parse(ride.ready_at) > serverNow.value;
  return (
    <>
      <div class="code"><p class="label">{w.code}</p><p class="display number">{ride.order_id}</p><p class="soft small">{w.codeHelp}</p></div>
      <div role="status"><Note tone={waits ? "" : "good"} icon={waits ? "clock" : "check"}>{waits ? w.readyAt(clock(ride.ready_at as string)) : w.isReady}</Note></div>
    </>
  );
}
