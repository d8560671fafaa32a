import { useSignal } from "@preact/signals";
import { registerCourier } from "../../api/operate";
import { readUser } from "../../api/people";
import { giveRoles, refuseApplication } from "../../api/watch";
import type { Applicant } from "../../api/wire-watch";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { KitchenPicker } from "../desk/KitchenPicker";
import { Refusal, useAct } from "../parts";
import { vehicleIn, VehicleField } from "./Vehicles";
import { d } from "../words";

interface Props { applicant: Applicant; onClose: () => void; onAnswered: (it: Applicant) => void }

/// Yes gives the role, and what goes with it; no takes the application away.
export function ApplicationSheet({ applicant: it, onClose, onAnswered }: Props) {
  const w = d().applications;
  const vehicle = useSignal(vehicleIn(it.text));
  const kitchens = useSignal<number[]>([]);
  const { busy, failure, run } = useAct();
  const rides = it.role === "courier";
  const done = (said: string) => {
    say(said);
    onAnswered(it);
    onClose();
  };
  const accept = () => run(async () => {
    const person = await readUser(it.user_id);
    const roles = [...new Set([...person.roles, it.role])];
    await giveRoles(person, roles, [...new Set([...person.restaurants, ...kitchens.value])]);
    if (rides) await registerCourier(it.user_id, person.name, vehicle.value);
    done(w.accepted(it.name));
  });
  const refuse = () => run(async () => {
    await refuseApplication(it.user_id, it.role);
    done(w.refused(it.name));
  });
  return (
    <Sheet
      title={it.name} onClose={onClose}
      foot={<><button type="button" class="button danger grow" disabled={busy.value} onClick={() => void refuse()}>{w.refuse}</button><button type="button" class="button main grow" disabled={busy.value || (!rides && !kitchens.value.length)} onClick={() => void accept()}>{w.accept[it.role]}</button></>}
    >
      <div class="stack">
        <Refusal failure={failure.value} />
        <p class="measure">{it.text}</p>
        <p class="soft small">{it.email}</p>
        {rides ? <VehicleField value={vehicle.value} onChange={(one) => (vehicle.value = one)} /> : <KitchenPicker label={w.where} chosen={kitchens.value} onChange={(ids) => (kitchens.value = ids)} />}
      </div>
    </Sheet>
  );
}
