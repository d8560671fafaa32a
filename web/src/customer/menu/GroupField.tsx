import type { OptionGroup } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Fault } from "../../look/parts";

export function rule({ min, max }: OptionGroup): string {
  const w = t().menu;
  if (min === 1 && max === 1) return w.pickOne;
  if (min === max) return w.pickExactly(min);
  return min === 0 ? w.pickUpTo(max) : w.pickBetween(min, max);
}

interface Props {
  group: OptionGroup;
  chosen: Set<string>;
  currency: string;
  missing: boolean;
  onChange: (option: string, on: boolean) => void;
}

export function GroupField({ group, chosen, currency, missing, onChange }: Props) {
  const w = t().menu;
  const single = group.min === 1 && group.max === 1;
  const taken = group.options.filter((it) => chosen.has(it.option_id)).length;
  return (
    <fieldset id={`group-${group.group_id}`} aria-describedby={missing ? `fault-${group.group_id}` : undefined}>
      <legend class="legend"><span><strong>{group.name}</strong> <span class="soft small">{rule(group)}</span></span>
        {group.min > 0 && <span class={taken >= group.min ? "tag good" : "tag late"}>{w.required}</span>}</legend>
      {missing && <Fault id={`fault-${group.group_id}`}>{w.missing(group.name)}</Fault>}
      {group.options.map((option) => {
        const on = chosen.has(option.option_id);
        return (
          <label class="choice" key={option.option_id}>
            <input
              type={single ? "radio" : "checkbox"} name={`group-${group.group_id}`} checked={on}
              disabled={!single && !on && group.max > 1 && taken >= group.max} onChange={(event) => onChange(option.option_id, event.currentTarget.checked)}
            />
            <span class="grow">{option.name}</span>
            {option.price > 0 && <span class="number soft">+ {money(option.price, currency)}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
