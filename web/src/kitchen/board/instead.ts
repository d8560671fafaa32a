import type { Item } from "../../api/wire";

/// A dish that is proposed, with what was chosen of its options.
export interface Instead { item: Item; options: Set<string> }

/// Begins with the first options where some must be chosen.
export const proposal = (item: Item): Instead => ({
  item,
  options: new Set(item.option_groups.flatMap((group) => group.options.slice(0, group.min).map((it) => it.option_id))),
});

export const complete = ({ item, options }: Instead): boolean =>
  item.option_groups.every((group) => {
    const taken = group.options.filter((it) => options.has(it.option_id)).length;
    return taken >= group.min && taken <= group.max;
  });

export function withOption({ item, options }: Instead, option: string, on: boolean): Instead {
  const next = new Set(options);
  const group = item.option_groups.find((it) => it.options.some((one) => one.option_id === option));
  if (on && group && group.max === 1) for (const it of group.options) next.delete(it.option_id);
  if (on) next.add(option);
  else next.delete(option);
  return { item, options: next };
}
