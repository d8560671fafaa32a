import { useSignal } from "@preact/signals";
import { tellProblem } from "../../api/couriers";
import type { Failure } from "../../api/failure";
import { serverNow } from "../../core/server-clock";
import { t } from "../../core/i18n";
import { clock } from "../../core/time";
import { say } from "../../core/toasts";
import { Fault } from "../../look/parts";
import { explain } from "../explain";
import type { Stop } from "../road/stops";
import { rides } from "../state";
import { c } from "../words";
import type { Case } from "./trouble";

interface Props { it: Case; stop: Stop; phone: string | null; onPhoto: () => void; onTold: () => void }

const MOST = 300;

/// What helps, and a word to the office.
export function CaseBody({ it, stop, phone, onPhoto, onTold }: Props) {
  const w = c().problem;
  const { ride, at } = stop;
  const text = useSignal("");
  const fault = useSignal("");
  const busy = useSignal(false);
  const waits = ride.ready_at !== null && Date.parse(ride.ready_at) > serverNow.value;
  const place = `${at.lat.toFixed(5)}, ${at.lon.toFixed(5)}`;
  const help = {
    kitchen_closed: w.closedText, long_wait: waits ? w.waitingText(clock(ride.ready_at as string)) : w.waitingNow, broken_down: stop.kind === "pickup" ? w.brokenBefore : w.brokenAfter,
    cannot_find: w.addressText(at.text, place), nobody_there: w.nobodyText, food_damaged: w.damagedText, other: w.otherText,
  }[it.kind];
  const tell = async () => {
    const said = text.value.trim();
    if (it.kind === "other" && !said) return void (fault.value = w.sayWhat);
    busy.value = true;
    fault.value = "";
    try {
      const now = await tellProblem(ride.delivery_id, it.kind, said);
      rides.value = { ...rides.value, [now.delivery_id]: now };
      say(w.toldSaid);
      onTold();
    } catch (raw) {
      const failure = raw as Failure;
      fault.value = failure.status === 0 ? w.noSignal : explain(failure);
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <p>{help}</p>
      {it.photo && <button type="button" class="button" onClick={onPhoto}>{w.nobodyDo}</button>}
      {it.call && (phone ? <a class="button" href={`tel:${phone.replace(/[^+\d]/g, "")}`} data-leaves>{w.callKitchen(ride.restaurant_name)}</a> : phone !== null && <p class="soft small">{w.noPhone}</p>)}
      <div class="field wide"><label for={`say-${it.kind}`}>{w.say} {it.kind !== "other" && <span class="soft small">({t().common.optional})</span>}</label>
        <textarea id={`say-${it.kind}`} class="input" maxLength={MOST} value={text.value} onInput={(event) => { text.value = event.currentTarget.value; fault.value = ""; }} /></div>
      <div role="alert">{fault.value && <Fault id="problem-fault">{fault.value}</Fault>}</div>
      <button type="button" class="button main" disabled={busy.value} aria-busy={busy.value} onClick={() => void tell()}>{w.tell}</button>
    </>
  );
}
