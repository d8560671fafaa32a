import type { OrderView, TimelineEntry } from "../../api/wire";
import { t } from "../../core/i18n";
import { c } from "../words";

// codes of before, when the sentence itself was one
const isCode = (why: string) => !/[A-Z ]/.test(why);

/// What is said of a step, in the reader's language by its code; somebody's own words as they are.
export function whyWords({ code, why }: Pick<TimelineEntry, "code" | "why">): string | null {
  const known: Record<string, string> = c().why;
  if (code) return known[code] ?? (why && !isCode(why) ? why : null);
  if (!why) return null;
  return isCode(why) ? (known[why] ?? null) : why;
}

/// What the one who pays can do about a declined payment.
export function declinedWords(entry: Pick<TimelineEntry, "code" | "why"> | undefined): string {
  const code = entry?.code ?? entry?.why ?? "";
  const known: Record<string, string> = { ...t().shop.declined, ...c().declined, insufficient_funds: t().failure.insufficient_funds };
  return known[code] ?? t().order.declinedText;
}

/// The last that is noted of an order that came to nothing.
export const reasonOf = (order: OrderView): string | null => {
  const last = order.timeline.at(-1);
  return last && order.status !== "Declined" ? whyWords(last) : null;
};
