import { useEffect } from "preact/hooks";
import type { Statement } from "../../api/statements";
import { latest, type TicketPage } from "../../api/tickets";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { k } from "../words";

/// The big numbers. What was refused or cancelled is in no statement; today's tickets tell it.
export function Figures({ restaurant, statement: it, isToday }: { restaurant: number; statement: Statement; isToday: boolean }) {
  const w = k().money;
  const ended = useResource(isToday ? `ended.${restaurant}.${it.from}` : null, () => endedSince(restaurant, it.from));
  useEffect(() => {
    if (isToday) void ended.reload();
  }, [it.sums.orders]);
  const figures: [string, string, string?][] = [
    [w.sales, money(it.sums.sales, it.currency)],
    [w.orders, String(it.sums.orders)],
    [w.average, it.sums.orders ? money(Math.round((it.sums.sales / it.sums.orders) * 100) / 100, it.currency) : "–"],
    [w.yours, money((Math.round(it.closing * 1000) - Math.round(it.opening * 1000) - Math.round(it.sums.payouts * 1000)) / 1000, it.currency), "yours"],
  ];
  if (ended.data) figures.push([w.refused, String(ended.data.Rejected)], [w.cancelled, String(ended.data.Cancelled)]);
  return (
    <dl class="k-figures">
      {figures.map(([name, value, tone]) => <div key={name} class={`k-figure ${tone ?? ""}`}><dt>{name}</dt><dd class="number">{value}</dd></div>)}
    </dl>
  );
}

const MOST_PAGES = 10;

async function endedSince(restaurant: number, since: string): Promise<Record<"Rejected" | "Cancelled", number>> {
  const count = { Rejected: 0, Cancelled: 0 };
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: TicketPage = await latest(restaurant, { status: ["Rejected", "Cancelled"], since, cursor, limit: 100 });
    for (const it of page.tickets) if (it.status === "Rejected" || it.status === "Cancelled") count[it.status]++;
    cursor = page.next_cursor;
    if (!cursor) break;
  }
  return count;
}
