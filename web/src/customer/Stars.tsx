import type { Stars as Given } from "../api/wire";
import { locale } from "../core/i18n";
import { Icon } from "../pictures/Icon";
import { c } from "./words";

const average = (it: number) =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(it);
const many = (it: number) => new Intl.NumberFormat(locale(), { notation: "compact" }).format(it);

/// What customers gave on average, or that nobody has yet.
export function Stars({ given }: { given: Given | null | undefined }) {
  const w = c().card;
  if (!given) return <span class="tag stars">{w.fresh}</span>;
  return (
    <span class="stars number">
      <span aria-hidden="true" class="row"><Icon name="star" size={16} filled /><strong>{average(given.average)}</strong><span class="soft">({many(given.count)})</span></span>
      <span class="hidden">{w.stars(average(given.average), String(given.count))}</span>
    </span>
  );
}
