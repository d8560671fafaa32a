import { useId } from "preact/hooks";
import { d } from "../words";

export const VEHICLES = ["bicycle", "scooter", "car", "foot"] as const;
export type Vehicle = (typeof VEHICLES)[number];

export function VehicleField({ value, onChange }: { value: Vehicle; onChange: (it: Vehicle) => void }) {
  const name = useId();
  return (
    <fieldset class="field"><legend class="label">{d().people.vehicle}</legend><div class="chips wrap">
      {VEHICLES.map((it) => <label class="chip" key={it}><input type="radio" name={name} checked={value === it} onChange={() => onChange(it)} />{d().couriers.vehicle[it]}</label>)}
    </div></fieldset>
  );
}

/// What they say of themselves often names it.
export function vehicleIn(text: string): Vehicle {
  if (/scooter|vespa|moped|motor|moto/i.test(text)) return "scooter";
  if (/\bcar\b|voiture|van\b/i.test(text)) return "car";
  if (/on foot|walk|à pied/i.test(text)) return "foot";
  return "bicycle";
}
