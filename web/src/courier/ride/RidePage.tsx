import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { money, sum } from "../../core/money";
import { clock } from "../../core/time";
import { serverNow } from "../../core/server-clock";
import type { Delivery } from "../../api/wire";
import { say } from "../../core/toasts";
import { lazySheet } from "../../look/lazySheet";
import { Icon } from "../../pictures/Icon";
import { step } from "../road/outbox";
import { nextStep } from "../road/steps";
import type { Stop } from "../road/stops";
import { returns, stops, underWay } from "../state";
import { AlongSwitch, WhereTrouble } from "../shift/WhereTrouble";
import { AtDoor } from "./AtDoor";
import { AtKitchen } from "./AtKitchen";
import { Bag } from "./Bag";
import { ToldOffice } from "./ToldOffice";
import { WayMap } from "./WayMap";
import { WayWords } from "./WayWords";
import { c } from "../words";

const ProblemSheet = lazySheet(() => import("./ProblemSheet").then((it) => it.ProblemSheet));

function sentence({ ride, status, kind }: Stop): string {
  const w = c().ride;
  if (kind === "return") return w.back(ride.restaurant_name);
  if (status === "Assigned") return w.toKitchen(ride.restaurant_name);
  if (status === "AtRestaurant") return w.atKitchen(ride.restaurant_name);
  return status === "PickedUp" ? w.toDoor : w.atDoor;
}

/// One ride at a time, and of it one thing: the next.
export function RidePage({ stop }: { stop: Stop }) {
  const w = c();
  const problem = useSignal(false);
  const photo = useSignal(false);
  const { ride, status } = stop;
  const said = sentence(stop);
  useEffect(() => {
    document.title = `${said} · goFOOD`;
  }, [said]);
  useEffect(() => {
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [status]);
  const deed = { Assigned: w.ride.arrived, AtRestaurant: w.ride.picked, PickedUp: w.ride.arrivedDoor }[status as string];
  const next = stop.kind === "return" ? null : nextStep(status);
  const withFood = stop.kind === "dropoff";
  return (
    <div class="page ride">
      {stop.moving && <WayMap stop={stop} />}
      <div class="ride-card stack">
        <div role="status">
          <p class="soft small row between"><span>{w.ride.order(ride.order_id)}{underWay.value > 1 && ` · ${w.ride.stop(1, stops.value.length)}`}</span>{stop.kind !== "return" && <Due stop={stop} />}</p>
          <h1 class="hero" tabIndex={-1}>{said}</h1>
          <p class="lead">{stop.at.text}</p>
        </div>
        {stop.moving && <WhereTrouble after={() => undefined} />}
        {withFood && ride.note && <div class="wish"><p class="label">{w.ride.note}</p><p>{ride.note}</p></div>}
        {stop.moving && <WayWords stop={stop} />}
        {stop.kind !== "return" && <ToldOffice ride={ride} />}
        {status === "AtRestaurant" && <AtKitchen ride={ride} />}
        {status === "AtDoor" && <AtDoor ride={ride} photo={photo} />}
        {deed && next && <div class="deed"><button type="button" class="button main wide big" onClick={() => void step(ride, next)}>{deed}</button></div>}
        {stop.kind === "return" && <div class="deed"><button type="button" class="button main wide big" onClick={() => broughtBack(ride)}>{w.ride.broughtBack}</button></div>}
        {stop.kind !== "return" && <Pay stop={stop} />}
        <div class="row wrap buttons">
          <button type="button" class="button small danger" onClick={() => (problem.value = true)}><Icon name="warn" size={18} />{w.ride.problem}</button>
          {stop.moving && <a class="button small" href={`geo:${stop.at.lat},${stop.at.lon}?q=${stop.at.lat},${stop.at.lon}`} data-leaves target="_blank" rel="noopener"><Icon name="map" size={18} />{w.ride.open}</a>}
        </div>
        <Bag />
        {stop.moving && <AlongSwitch />}
      </div>
      {problem.value && <ProblemSheet stop={stop} onPhoto={() => (photo.value = true)} onClose={() => (problem.value = false)} />}
    </div>
  );
}

function Due({ stop }: { stop: Stop }) {
  const w = c().ride;
  const by = stop.ride.promised_at;
  if (!by) return null;
  const late = Date.parse(by) < serverNow.value;
  return <span class={`tag ${late ? "late" : ""}`}><Icon name="clock" size={14} />{late ? w.late(clock(by)) : w.latest(clock(by))}</span>;
}

function Pay({ stop: { ride } }: { stop: Stop }) {
  const w = c().ride;
  if (ride.pay === null) return null;
  return (
    <p class="soft"><span class="strong number">{w.earns(money(sum([ride.pay, ride.tip]), ride.currency))}</span>
      {ride.tip > 0 && <> · {w.withTip(money(ride.tip, ride.currency))}</>}</p>
  );
}

function broughtBack(ride: Delivery): void {
  returns.value = returns.value.filter((it) => it.delivery_id !== ride.delivery_id);
  say(c().ride.thanksBack);
}
