import { Icon } from "../../pictures/Icon";
import { c } from "../words";

const NAMES = ["one", "two", "three", "four", "five"] as const;

interface Props {
  name: string;
  label: string;
  value: number;
  onChange: (stars: number) => void;
  fault?: string | undefined;
}

/// One to five stars: five radio buttons, so that arrow keys and screen readers know what to do.
export function StarField({ name, label, value, onChange, fault }: Props) {
  const w = c().rate;
  const meant = NAMES[value - 1];
  return (
    <fieldset class="star-field" aria-describedby={fault}>
      <legend class="label">{label}</legend>
      <div class="row wrap">
        <div class="star-row">
          {NAMES.map((it, i) => (
            <label key={it} class={i < value ? "star on" : "star"}>
              <input type="radio" name={name} value={i + 1} checked={value === i + 1} onChange={() => onChange(i + 1)} />
              <Icon name="star" size={32} filled={i < value} />
              <span class="hidden">{w.star(i + 1)}, {w.meaning[it]}</span>
            </label>
          ))}
        </div>
        <span class="soft strong" aria-hidden="true">{meant ? w.meaning[meant] : ""}</span>
      </div>
    </fieldset>
  );
}
