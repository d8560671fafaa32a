import { useEffect } from "preact/hooks";
import { LazyMap } from "../../map/LazyMap";
import { Scooter } from "../../pictures/scenes";
import { Today } from "../money/Today";
import { here } from "../state";
import { leaveShift, takeShift } from "./shift";
import { useNearby } from "./useNearby";
import { AlongSwitch, WhereTrouble } from "./WhereTrouble";
import { WhyNone } from "./WhyNone";
import { c } from "../words";

/// On shift, between rides.
export function Looking() {
  const w = c();
  const nearby = useNearby();
  useEffect(() => {
    document.title = `${w.shift.online} · goFOOD`;
  }, [w]);
  const at = here.value;
  const kitchens = (nearby ?? []).slice(0, 40);
  return (
    <div class="page shift">
      <div class={at ? "scene map-scene" : "scene"}>
        {!at && <Scooter />}
        {at && <LazyMap label={w.where.map} centre={at} zoom={14.5} fit={kitchens.length > 0} pins={[
          ...kitchens.map((it) => ({ id: `k${it.restaurant_id}`, kind: "kitchen" as const, ...it.address, label: it.name })),
          { id: "me", kind: "courier" as const, lat: at.lat, lon: at.lon, label: w.where.you },
        ]} />}
      </div>
      <div class="stack">
        <div role="status"><h1 class="hero" tabIndex={-1}>{w.shift.looking}</h1><p class="lead">{w.shift.lookingText}</p></div>
        <WhereTrouble after={() => void takeShift()} />
        <WhyNone nearby={nearby?.length ?? null} />
        <Today />
        <AlongSwitch />
        <button type="button" class="button line wide" onClick={() => void leaveShift()}>{w.shift.goOff}</button>
      </div>
    </div>
  );
}
