import { useEffect } from "preact/hooks";
import { Scooter } from "../../pictures/scenes";
import { Today } from "../money/Today";
import { goingOn, takeShift } from "./shift";
import { AlongSwitch, WhereTrouble } from "./WhereTrouble";
import { c } from "../words";

export function OffShift() {
  const w = c();
  useEffect(() => {
    document.title = `${w.shift.offline} · goFOOD`;
  }, [w]);
  return (
    <div class="page shift">
      <div class="scene"><Scooter /></div>
      <div class="stack">
        <div><h1 class="hero" tabIndex={-1}>{w.shift.off}</h1><p class="lead">{w.shift.offText}</p></div>
        <WhereTrouble after={() => void takeShift()} />
        <Today />
        <AlongSwitch />
        <div class="deed"><button type="button" class="button main wide big" aria-busy={goingOn.value} disabled={goingOn.value} onClick={() => void takeShift()}>{goingOn.value ? w.shift.goingOn : w.shift.goOn}</button></div>
      </div>
    </div>
  );
}
