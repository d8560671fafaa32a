import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { registerCourier } from "../../api/operate";
import { readUser } from "../../api/people";
import { giveRoles } from "../../api/watch";
import type { User } from "../../api/wire";
import type { Role } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { useResource } from "../../core/resource";
import { say } from "../../core/toasts";
import { Bone, Waiting } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { KitchenPicker } from "../desk/KitchenPicker";
import { city, courierOf } from "../live/city";
import { explained, Refusal, useAct } from "../parts";
import { Credit } from "./Credit";
import { ROLES } from "./People";
import { TheirOrders } from "./TheirOrders";
import { type Vehicle, VehicleField } from "./Vehicles";
import { d } from "../words";

interface Props { id: number; onClose: () => void; onSaved: (after: User) => void }

/// Who somebody is and what they may do.
export function PersonSheet({ id, onClose, onSaved }: Props) {
  const person = useResource<User>(`user.${id}`, () => readUser(id));
  if (person.data) return <Known key={person.data.version} person={person.data} again={() => void person.reload()} onClose={onClose} onSaved={(after) => { person.put(after); onSaved(after); }} />;
  return (
    <Sheet title={d().people.one(id)} onClose={onClose}>
      <Refusal failure={person.failure} again={() => void person.reload()} />
      {person.loading && <Waiting><Bone height={320} /></Waiting>}
    </Sheet>
  );
}

/// Checked against what somebody else may have changed meanwhile.
function Known({ person, again, onClose, onSaved }: { person: User; again: () => void; onClose: () => void; onSaved: (after: User) => void }) {
  const w = d().people;
  const roles = useSignal<Role[]>(person.roles);
  const kitchens = useSignal(person.restaurants);
  const vehicle = useSignal<Vehicle>("bicycle");
  const { busy, failure, run } = useAct();
  // who has the role and was never registered as a courier can't ride yet
  const becomes = !person.roles.includes("courier") || (city.value !== null && !courierOf(person.user_id));
  const registers = roles.value.includes("courier") && becomes;
  const changed = registers || print(roles.value) !== print(person.roles) || print(kitchens.value) !== print(person.restaurants);
  const toggle = (it: Role) => (roles.value = roles.value.includes(it) ? roles.value.filter((one) => one !== it) : [...roles.value, it]);
  const save = () => run(async () => {
    const after = await giveRoles(person, roles.value, roles.value.includes("staff") ? kitchens.value : []);
    if (registers) await registerCourier(person.user_id, person.name, vehicle.value);
    onSaved(after);
    say(t().account.saved);
    onClose();
  });
  useEffect(() => {
    // the form begins anew with what is true now; why is said beside it
    if (failure.value?.code !== "changed_meanwhile") return;
    say(explained(failure.value));
    again();
  }, [failure.value]);
  return (
    <Sheet
      title={person.name} onClose={onClose} broad
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value || !roles.value.length || !changed} onClick={() => void save()}>{registers ? w.approve : t().common.save}</button></>}
    >
      <div class="stack">
        <p class="soft small">{[`${person.user_id}`, person.email, person.phone].filter(Boolean).join(" · ")}</p>
        <Refusal failure={failure.value} />
        <fieldset class="field"><legend class="label">{w.roles}</legend>
          {ROLES.map((it) => <label class="choice" key={it}><input type="checkbox" checked={roles.value.includes(it)} onChange={() => toggle(it)} /><span class="grow">{w.role[it]}<span class="block soft small">{w.may[it]}</span></span></label>)}
        </fieldset>
        {roles.value.includes("staff") && <KitchenPicker label={w.kitchens} chosen={kitchens.value} onChange={(ids) => (kitchens.value = ids)} />}
        {registers && <VehicleField value={vehicle.value} onChange={(it) => (vehicle.value = it)} />}
        {person.roles.some((it) => it === "customer" || it === "guest") && <TheirOrders customer={person.user_id} />}
        {person.roles.includes("customer") && <Credit id={person.user_id} />}
      </div>
    </Sheet>
  );
}

const print = (all: (string | number)[]) => [...all].sort().join();
