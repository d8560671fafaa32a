import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { cityInfo, nearestAddress } from "../../api/city";
import type { Failure } from "../../api/failure";
import type { Address } from "../../api/wire";
import { explain } from "../../core/explain";
import type { Point } from "../../core/geo";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { Sheet } from "../../look/Sheet";
import { LazyMap } from "../../map/LazyMap";
import { door } from "../door";

/// The pin stands still in the middle and the map moves beneath it, as thumbs are thick.
export function PinSheet({ onPick, onClose }: { onPick: (address: Address) => void; onClose: () => void }) {
  const city = useResource("city", cityInfo);
  const found = useSignal<Address | null>(door.value);
  const fault = useSignal("");
  const asked = useRef(0);
  const w = t().door;
  const look = (at: Point) => {
    const mine = ++asked.current;
    found.value = null;
    fault.value = "";
    nearestAddress(at).then(
      (hit) => {
        if (mine === asked.current) found.value = { ...hit.address, lat: at.lat, lon: at.lon };
      },
      (failure: Failure) => {
        if (mine === asked.current) fault.value = failure.status === 404 || failure.status === 422 ? w.outside : explain(failure);
      },
    );
  };
  const centre = door.value ?? city.data?.centre;
  useEffect(() => {
    if (centre && !door.value) look(centre);
  }, [city.data]);
  const words = found.value ? found.value.text : fault.value || w.looking;
  return (
    <Sheet
      title={w.onMap} onClose={onClose} broad
      foot={
        <button type="button" class="button main wide" disabled={!found.value} onClick={() => found.value && onPick(found.value)}>
          {found.value ? w.confirm(words) : words}
        </button>
      }
    >
      <p class="soft" id="pin-help">{w.pinHelp}</p>
      <div class="pin-map">
        {centre && <LazyMap label={w.onMap} pins={[]} centre={centre} zoom={16} onMove={look} />}
        <span class="pin door fixed" aria-hidden="true" />
      </div>
      <p class="hidden" role="status">{words}</p>
    </Sheet>
  );
}
