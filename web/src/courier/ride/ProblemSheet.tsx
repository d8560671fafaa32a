import { readMenu } from "../../api/city";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { clock } from "../../core/time";
import { Sheet } from "../../look/Sheet";
import { Icon } from "../../pictures/Icon";
import type { Stop } from "../road/stops";
import { serverNow } from "../state";

interface Case {
  title: string;
  text: string;
  call?: boolean;
  photo?: boolean;
  emergency?: boolean;
}

function cases({ ride, status, kind, at }: Stop): Case[] {
  const w = t().courier.problem;
  const waits = ride.ready_at !== null && Date.parse(ride.ready_at) > serverNow.value;
  const place = `${at.lat.toFixed(5)}, ${at.lon.toFixed(5)}`;
  const address = { title: w.address, text: w.addressText(at.text, place) };
  const emergency = { title: w.emergency, text: w.emergencyText, emergency: true };
  if (kind === "pickup") {
    const waiting = { title: w.waiting, text: waits ? w.waitingText(clock(ride.ready_at as string)) : w.waitingNow, call: true };
    return [...(status === "AtRestaurant" ? [waiting] : [address]), { title: w.closed, text: w.closedText, call: true }, { title: w.cannot, text: w.cannotBefore, call: true }, emergency];
  }
  const atDoor = status === "AtDoor";
  return [
    ...(atDoor ? [{ title: w.nobody, text: w.nobodyText, photo: true }, { title: w.pinAfter, text: w.pinAfterText, photo: true }] : [address]),
    { title: w.damaged, text: w.damagedText, call: true, photo: atDoor },
    { title: w.cannot, text: w.cannotAfter, call: true },
    emergency,
  ];
}

/// What may go wrong here, and what helps at once.
export function ProblemSheet({ stop, onPhoto, onClose }: { stop: Stop; onPhoto: () => void; onClose: () => void }) {
  const w = t().courier.problem;
  const { ride } = stop;
  const menu = useResource(`menu.${ride.restaurant_id}`, () => readMenu(ride.restaurant_id));
  const phone = menu.data?.phone;
  return (
    <Sheet title={w.title} onClose={onClose}>
      <div class="cases">
        {cases(stop).map((it) => (
          <details key={it.title} name="problem"><summary><span class="grow">{it.title}</span><Icon name="down" size={18} /></summary>
            <div class="stack-s"><p>{it.text}</p>
              {it.emergency && <a class="button main" href="tel:112" data-leaves>{w.call112}</a>}
              {it.photo && <button type="button" class="button main" onClick={() => { onPhoto(); onClose(); }}>{w.nobodyDo}</button>}
              {it.call && (phone ? <a class="button" href={`tel:${phone.replace(/[^+\d]/g, "")}`} data-leaves>{w.callKitchen(ride.restaurant_name)}</a> : menu.data && <p class="soft small">{w.noPhone}</p>)}
            </div></details>
        ))}
      </div>
    </Sheet>
  );
}
