import type { Menu } from "../../api/wire";
import { t } from "../../core/i18n";
import { Sheet } from "../../look/Sheet";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export function HoursSheet({ menu, onClose }: { menu: Menu; onClose: () => void }) {
  const w = t();
  return (
    <Sheet title={w.menu.hours} onClose={onClose}>
      <dl class="sums">
        {DAYS.map((day) => {
          const spans = menu.hours.weekly.filter((it) => it.day === day);
          const text = spans.map((it) => `${it.opens.slice(0, 5)}–${it.closes.slice(0, 5)}`).join(", ");
          return <><dt>{w.days[day]}</dt><dd class="number">{text || w.menu.closedDay}</dd></>;
        })}
      </dl>
      <p class="soft small hours-where">{menu.address.text}{menu.phone ? ` · ${menu.phone}` : ""}</p>
    </Sheet>
  );
}
