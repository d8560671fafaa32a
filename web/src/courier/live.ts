import { computed, effect, untracked } from "@preact/signals";
import type { Duty } from "../api/couriers";
import { follow } from "../api/live";
import { user } from "../api/session";
import { onReturn } from "../core/online";
import { startAwake } from "./awake";
import { startOutbox } from "./road/outbox";
import { startWay } from "./road/way";
import { beginAnew, hearDuty, refresh } from "./refresh";
import { belongTo } from "./state";
import { startWhereabouts } from "./whereabouts";

const courier = computed(() => (user.value?.roles.includes("courier") ? user.value.user_id : null));

/// Everything that goes on by itself while somebody is signed in.
export function startLive(): void {
  effect(() => {
    const id = courier.value;
    if (id === null) return;
    let over = false;
    const stop = untracked(() => {
      belongTo(id);
      beginAnew();
      void refresh();
      return follow(
        `/couriers/${id}/stream`,
        (event) => event.name === "duty" && void hearDuty(JSON.parse(event.data) as Duty),
        () => void refresh(),
        () => over,
      );
    });
    return () => {
      over = true;
      stop();
    };
  });
  onReturn(() => void refresh());
  document.addEventListener("visibilitychange", () => void (document.hidden || refresh()));
  startAwake();
  startWhereabouts();
  startWay();
  startOutbox();
}
