import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { PriceInput } from "./DishFields";
import type { Draft } from "./draft";

type Groups = Draft["option_groups"];
type Group = Groups[number];

const replaced = <T,>(all: T[], at: number, by: T): T[] => all.map((it, i) => (i === at ? by : it));
const dropped = <T,>(all: T[], at: number): T[] => all.filter((_, i) => i !== at);

/// The choices that come with a dish: sizes, sides, extras.
export function OptionsEditor({ groups, currency, onChange }: { groups: Groups; currency: string; onChange: (groups: Groups) => void }) {
  const w = k().menu;
  const add = () => onChange([...groups, { name: "", min: 0, max: 1, options: [{ name: "", price: 0 }] }]);
  return (
    <div class="stack-s">
      <h3>{w.options}</h3>
      {groups.length === 0 && <p class="soft small">{w.noOptions}</p>}
      {groups.map((group, i) => (
        <GroupEditor key={`${i} of ${groups.length}`} id={`group-${i}`} currency={currency} group={group} onChange={(it) => onChange(replaced(groups, i, it))} onRemove={() => onChange(dropped(groups, i))} />
      ))}
      <button type="button" class="button small" disabled={groups.length >= 20} onClick={add}><Icon name="plus" size={18} />{w.addGroup}</button>
    </div>
  );
}

function GroupEditor({ id, group, currency, onChange, onRemove }: { id: string; group: Group; currency: string; onChange: (group: Group) => void; onRemove: () => void }) {
  const w = k().menu;
  const set = (change: Partial<Group>) => onChange({ ...group, ...change });
  return (
    <div class="k-group" role="group" aria-label={group.name || w.group}>
      <div class="k-trio">
        <div class="field"><label for={`${id}-name`}>{w.group}</label><input id={`${id}-name`} class="input" required maxLength={80} value={group.name} onInput={(event) => set({ name: event.currentTarget.value })} /></div>
        <div class="field"><label for={`${id}-min`}>{w.least}</label><input id={`${id}-min`} class="input number" type="number" min={0} max={50} required value={group.min} onInput={(event) => set({ min: Number(event.currentTarget.value) })} /></div>
        <div class="field"><label for={`${id}-max`}>{w.most}</label><input id={`${id}-max`} class="input number" type="number" min={1} max={50} required value={group.max} onInput={(event) => set({ max: Number(event.currentTarget.value) })} /></div>
      </div>
      {group.options.map((option, i) => (
        <div class="k-option" key={`${i} of ${group.options.length}`}>
          <input class="input" aria-label={w.option} placeholder={w.option} required maxLength={80} value={option.name} onInput={(event) => set({ options: replaced(group.options, i, { ...option, name: event.currentTarget.value }) })} />
          <PriceInput id={`${id}-${i}`} currency={currency} value={option.price} label={w.extra} onChange={(price) => set({ options: replaced(group.options, i, { ...option, price }) })} />
          <button type="button" class="round" aria-label={w.removeOption(option.name)} onClick={() => set({ options: dropped(group.options, i) })}><Icon name="close" size={20} /></button>
        </div>
      ))}
      <div class="row wrap between">
        <button type="button" class="plain" disabled={group.options.length >= 50} onClick={() => set({ options: [...group.options, { name: "", price: 0 }] })}><Icon name="plus" size={18} />{w.addOption}</button>
        <button type="button" class="plain" onClick={onRemove}>{w.removeGroup}</button>
      </div>
    </div>
  );
}
