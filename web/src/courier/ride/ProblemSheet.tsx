import { useSignal } from "@preact/signals";
import { readMenu } from "../../api/city";
import { useResource } from "../../core/resource";
import { Sheet } from "../../look/Sheet";
import { Icon } from "../../pictures/Icon";
import type { Stop } from "../road/stops";
import { c } from "../words";
import { CaseBody } from "./CaseBody";
import { GiveBack } from "./GiveBack";
import { casesOf, mayGiveBack } from "./trouble";

interface Props { stop: Stop; onPhoto: () => void; onClose: () => void }

/// What may go wrong here, what helps at once, and a word to the office.
export function ProblemSheet({ stop, onPhoto, onClose }: Props) {
  const w = c().problem;
  const open = useSignal<string | null>(null);
  const menu = useResource(`menu.${stop.ride.restaurant_id}`, () => readMenu(stop.ride.restaurant_id));
  const phone = menu.data ? (menu.data.phone ?? "") : null;
  const section = (name: string, title: string, body: preact.ComponentChildren) => (
    <details key={name} name="problem" open={open.value === name} onToggle={(event) => event.currentTarget.open && (open.value = name)}>
      <summary><span class="grow">{title}</span><Icon name="down" size={18} /></summary>
      {open.value === name && <div class="stack-s">{body}</div>}
    </details>
  );
  return (
    <Sheet title={w.title} onClose={onClose}>
      <div class="cases">
        {stop.kind !== "return" && casesOf(stop).map((it) => section(it.kind, w.kinds[it.kind], <CaseBody it={it} stop={stop} phone={phone} onPhoto={() => { onPhoto(); onClose(); }} onTold={onClose} />))}
        {mayGiveBack(stop) && section("back", w.giveBack, <GiveBack stop={stop} onDone={onClose} />)}
        {section("emergency", w.emergency, <><p>{w.emergencyText}</p><a class="button main" href="tel:112" data-leaves>{w.call112}</a></>)}
      </div>
    </Sheet>
  );
}
