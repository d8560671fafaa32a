import { computed, effect, untracked } from "@preact/signals";
import { clockDifference, type Offer, type OfferGone } from "../api/couriers";
import { follow, type LiveEvent } from "../api/live";
import { user } from "../api/session";
import { onReturn } from "../core/online";
import { startAwake } from "./awake";
import { startOutbox } from "./road/outbox";
import { startWay } from "./road/way";
import { refresh } from "./refresh";
import { belongTo, clockOff, me, missedInARow, offers, stops, tell } from "./state";
import { startWhereabouts } from "./whereabouts";

const BAG_MS = 10_000;

// a stream that resumes may tell something twice
const passed = new Set<number>();

function hear(event: LiveEvent): void {
  if (event.name === "offer") {
    const offer = JSON.parse(event.data) as Offer;
    offers.value = [...offers.value.filter((it) => it.offer_id !== offer.offer_id), offer];
  } else if (event.name === "offer_gone") {
    const gone = JSON.parse(event.data) as OfferGone;
    offers.value = offers.value.filter((it) => it.offer_id !== gone.offer_id);
    if (gone.standing === "expired" && !passed.has(gone.offer_id)) missedInARow.value++;
    passed.add(gone.offer_id);
    void refresh();
  } else if (event.name === "shift") {
    if (me.value?.online) tell({ kind: "shift_over", ride: null });
    void refresh();
  } else if (event.name === "ride_given") void refresh();
}

const courier = computed(() => (user.value?.roles.includes("courier") ? user.value.user_id : null));

/// Everything that goes on by itself while somebody is signed in.
export function startLive(): void {
  effect(() => {
    const id = courier.value;
    if (id === null) return;
    let over = false;
    const stop = untracked(() => {
      belongTo(id);
      void refresh();
      void clockDifference().then((off) => (clockOff.value = off), () => undefined);
      return follow("/offers/stream", hear, () => void refresh(), () => over);
    });
    return () => {
      over = true;
      stop();
    };
  });
  onReturn(() => void refresh());
  document.addEventListener("visibilitychange", () => void (document.hidden || refresh()));
  // kitchens say when the food is ready, and customers cancel: the stream tells offers only
  setInterval(() => void (stops.value.length && !document.hidden && refresh()), BAG_MS);
  startAwake();
  startWhereabouts();
  startWay();
  startOutbox();
}
