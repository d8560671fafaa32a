import { useSignal } from "@preact/signals";
import { json } from "../../api/json";
import { giveCredit, registerCourier } from "../../api/operate";
import type { User } from "../../api/wire";
import type { Role } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Refusal, TextField, useAct } from "../parts";
import { idsOf } from "./ids";
import { ROLES } from "./People";
import { o } from "../words";

const VEHICLES = ["bicycle", "scooter", "car", "foot"] as const;

/// What a person may do: roles, kitchens, and for a courier how they ride. Checked against what
/// somebody else may have changed meanwhile.
export function PersonSheet({ person, onClose, onSaved }: { person: User; onClose: () => void; onSaved: (after: User) => void }) {
  const w = o().people;
  const roles = useSignal<Role[]>(person.roles);
  const kitchens = useSignal(person.restaurants.join(", "));
  const vehicle = useSignal<(typeof VEHICLES)[number]>("bicycle");
  const { busy, failure, run } = useAct();
  const becomes = roles.value.includes("courier") && !person.roles.includes("courier");
  const toggle = (it: Role) => (roles.value = roles.value.includes(it) ? roles.value.filter((one) => one !== it) : [...roles.value, it]);
  const save = () => run(async () => {
    const after = await json<User>(`/users/${person.user_id}`, {
      method: "PUT", headers: { "If-Match": `"${person.version}"` },
      body: { roles: roles.value, restaurants: idsOf(kitchens.value) },
    });
    onSaved(after);
    if (becomes) await registerCourier(person.user_id, person.name, vehicle.value);
    say(t().account.saved);
    onClose();
  });
  return (
    <Sheet
      title={person.name} onClose={onClose}
      foot={<><button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value || !roles.value.length} onClick={() => void save()}>{becomes ? w.approve : t().common.save}</button></>}
    >
      <div class="stack">
        <Refusal failure={failure.value} />
        <fieldset class="field"><legend class="label">{w.roles}</legend>
          {ROLES.map((it) => <label class="choice" key={it}><input type="checkbox" checked={roles.value.includes(it)} onChange={() => toggle(it)} /><span class="grow">{w.role[it]}<span class="block soft small">{w.may[it]}</span></span></label>)}
        </fieldset>
        {roles.value.includes("staff") && <TextField label={w.kitchens} value={kitchens.value} onInput={(it) => (kitchens.value = it)} help={w.kitchensHelp} inputMode="numeric" />}
        {becomes && (
          <fieldset class="field"><legend class="label">{w.vehicle}</legend><div class="chips wrap">
            {VEHICLES.map((it) => <label class="chip" key={it}><input type="radio" name="vehicle" checked={vehicle.value === it} onChange={() => (vehicle.value = it)} />{o().couriers.vehicle[it]}</label>)}
          </div></fieldset>
        )}
        {person.roles.includes("customer") && <Credit id={person.user_id} />}
      </div>
    </Sheet>
  );
}

/// Something for the long wait.
function Credit({ id }: { id: number }) {
  const w = o().people;
  const amount = useSignal("");
  const reason = useSignal("");
  const { busy, failure, run } = useAct();
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    void run(async () => {
      await giveCredit(id, Number(amount.peek()), reason.peek().trim());
      say(w.given);
      amount.value = reason.value = "";
    });
  };
  return (
    <form class="stack-s" onSubmit={give}>
      <h3>{w.credit}</h3>
      <Refusal failure={failure.value} />
      <div class="pair">
        <TextField label={o().payment.amount("EUR")} value={amount.value} onInput={(it) => (amount.value = it)} type="number" min="0.01" step="0.01" required />
        <TextField label={o().reason} value={reason.value} onInput={(it) => (reason.value = it)} maxLength={200} required />
      </div>
      <button type="submit" class="button" disabled={busy.value}>{w.give}</button>
    </form>
  );
}
