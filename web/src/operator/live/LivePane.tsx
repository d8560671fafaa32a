import { cityInfo } from "../../api/city";
import { useResource } from "../../core/resource";
import { lazy } from "../../customer/lazy";
import { city, jobs } from "./city";
import { o } from "../words";

const LiveMap = lazy(() => import("./LiveMap").then((it) => it.LiveMap));

/// The map and what its signs mean; what it shows stands in the lists beside it.
export function LivePane({ onDrop }: { onDrop: (order: number, courier: number) => void }) {
  const w = o().live;
  const info = useResource("city", cityInfo);
  return (
    <aside class="live-map" aria-label={w.mapLabel}>
      {info.data
        ? <LiveMap centre={info.data.centre} bounds={info.data.bounds} jobs={jobs.value} couriers={city.value?.couriers ?? []} onDrop={onDrop} />
        : <div class="bone fill" />}
      <ul class="legend-map small">
        <li><span class="sign courier" aria-hidden="true" />{w.legend.free}</li>
        <li><span class="sign courier busy" aria-hidden="true" />{w.legend.busy}</li>
        <li><span class="sign kitchen" aria-hidden="true" />{w.legend.kitchen}</li>
        <li><span class="sign door" aria-hidden="true" />{w.legend.door}</li>
        <li><span class="sign door late" aria-hidden="true" />{w.legend.late}</li>
      </ul>
    </aside>
  );
}
