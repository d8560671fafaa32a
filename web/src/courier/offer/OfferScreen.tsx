import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { acceptOffer, declineOffer, type Offer } from "../../api/couriers";
import { Failure } from "../../api/failure";
import { money, sum } from "../../core/money";
import { clock, distance } from "../../core/time";
import { say } from "../../core/toasts";
import { serverNow } from "../../core/server-clock";
import { Note } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { explain } from "../explain";
import { refresh } from "../refresh";
import { answered, declined, me, missedInARow, offers, rides, tookMyself } from "../state";
import { ring } from "./bell";
import { Countdown } from "./Countdown";
import { c } from "../words";

function drop(id: number): void {
  answered.add(id);
  offers.value = offers.value.filter((it) => it.offer_id !== id);
}

/// One offer, over everything else, until it is answered or gone.
export function OfferScreen({ offer }: { offer: Offer }) {
  const w = c().offer;
  const dialog = useRef<HTMLDialogElement>(null);
  const busy = useSignal(false);
  const trouble = useSignal("");
  const total = money(sum([offer.pay, offer.tip]), offer.currency);
  useEffect(() => {
    const before = document.title;
    dialog.current?.showModal();
    document.title = `(1) ${w.ping(total)}`;
    const hush = ring();
    return () => {
      hush();
      document.title = before;
    };
  }, []);
  const answer = async (act: () => Promise<void>) => {
    busy.value = true;
    trouble.value = "";
    try {
      await act();
      missedInARow.value = 0;
      drop(offer.offer_id);
    } catch (raw) {
      const failure = raw instanceof Failure ? raw : new Failure(0, "offline");
      if (failure.uncertain) trouble.value = w.slow;
      else {
        say(failure.status === 404 || failure.code === "offer_gone" ? w.gone : explain(failure));
        drop(offer.offer_id);
      }
    } finally {
      busy.value = false;
      void refresh();
    }
  };
  const accept = () => answer(async () => {
    tookMyself.add(offer.delivery_id);
    const ride = await acceptOffer(offer.offer_id);
    rides.value = { ...rides.value, [ride.delivery_id]: ride };
    const courier = me.value;
    if (courier && !courier.delivery_ids.includes(ride.delivery_id)) me.value = { ...courier, delivery_ids: [...courier.delivery_ids, ride.delivery_id] };
  });
  const decline = () => answer(async () => {
    await declineOffer(offer.offer_id);
    declined.value++;
    say(w.declinedSaid);
  });
  const ready = offer.ready_at && Date.parse(offer.ready_at) > serverNow.value ? w.ready(clock(offer.ready_at)) : w.readyNow;
  return (
    <dialog ref={dialog} class="offer" aria-label={w.title} onCancel={(event) => event.preventDefault()}>
      <div class="offer-body">
        <div class="row between"><h2 class="offer-title" tabIndex={-1} autofocus>{w.title}</h2><Countdown until={offer.expires_at} label={w.left} onOver={() => void refresh()} /></div>
        <div class="offer-pay"><p class="display number">{total}</p>
          <p class="soft">{w.pay(money(offer.pay, offer.currency))} · {offer.tip > 0 ? w.tip(money(offer.tip, offer.currency)) : w.noTip}</p></div>
        {offer.cash_due !== null && <Note tone="late" icon="cash"><strong>{w.cash(money(offer.cash_due, offer.currency))}</strong></Note>}
        <ol class="offer-way">
          <li><span class="label soft">{w.from}</span><strong>{offer.restaurant_name}</strong><span>{offer.pickup.text}</span><span class="facts"><span>{w.toKitchen(distance(offer.pickup_metres))}</span><span>{ready}</span></span></li>
          <li><span class="label soft">{w.to}</span><strong>{w.about(offer.dropoff_area.text)}</strong><span class="facts"><span class="strong">{w.whole(distance(offer.distance_metres))}</span>{offer.cash_due === null && <span>{w.noCash}</span>}</span></li>
        </ol>
        {offer.together.length > 0 && <p class="row good"><Icon name="bag" size={20} />{w.together(offer.together.length)}</p>}
        <div role="alert">{trouble.value && <Note tone="bad" icon="warn">{trouble.value}</Note>}</div>
      </div>
      <div class="offer-foot">
        <button type="button" class="button main wide big" disabled={busy.value} onClick={() => void accept()}>{w.accept} · {total}</button>
        <button type="button" class="button line wide" disabled={busy.value} onClick={() => void decline()}>{w.decline}</button>
      </div>
    </dialog>
  );
}
