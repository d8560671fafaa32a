import { signal } from "@preact/signals";
import { setShift } from "../../api/couriers";
import type { Failure } from "../../api/failure";
import { say } from "../../core/toasts";
import { explain } from "../explain";
import { wakeBell } from "../offer/bell";
import { ending, refresh } from "../refresh";
import { declined, me, missedInARow, news } from "../state";
import { forceTell, look } from "../whereabouts";
import { c } from "../words";

export const goingOn = signal(false);

/// Goes on shift: first where one is, for nobody far away is asked.
export async function takeShift(): Promise<void> {
  if (!me.value || goingOn.value) return;
  goingOn.value = true;
  wakeBell();
  try {
    if (!(await look())) return;
    me.value = await setShift(me.value.courier_id, true);
    [missedInARow.value, declined.value] = [0, 0];
    news.value = news.value.filter((it) => it.kind !== "shift_over" && it.kind !== "shift_ended");
    await forceTell();
    void refresh();
  } catch (failure) {
    say(explain(failure as Failure));
  } finally {
    goingOn.value = false;
  }
}

/// @return whether the shift is over
export async function leaveShift(): Promise<boolean> {
  if (!me.value) return true;
  ending.value = true;
  try {
    me.value = await setShift(me.value.courier_id, false);
    say(c().shift.isOff);
    return true;
  } catch (raw) {
    const failure = raw as Failure;
    say(failure.code === "has_ride" ? c().shift.hasRide : explain(failure));
    void refresh();
    return false;
  } finally {
    ending.value = false;
  }
}
