import { locale } from "../../core/i18n";
import { Stars } from "../../look/Stars";
import { me } from "../state";
import { c } from "../words";

const oneDecimal = (it: number) => new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(it);

/// What customers gave this courier for their rides.
export function OwnStars() {
  const w = c().stars;
  const it = me.value?.rating;
  if (!it) return <p class="soft small">{w.few}</p>;
  const average = oneDecimal(it.average);
  return <p class="row wrap own-stars"><strong class="display">{average}</strong><Stars value={it.average} label={w.of(average)} /><span class="soft small">{w.count(it.count)}</span></p>;
}
