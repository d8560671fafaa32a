import { d } from "../words";

const CAUSES = [
  ["charge", /^charge of payment (\d+)$/],
  ["capture", /^capture of payment (\d+)$/],
  ["settlement", /^settlement of order (\d+)$/],
  ["burden", /^burden of refund (\d+)$/],
  ["refund", /^refund (\d+)$/],
  ["ride", /^ride of courier (\d+) for order (\d+)/],
  ["cash", /^cash for order (\d+), called off$/],
] as const;

export type Cause = (typeof CAUSES)[number][0];

/// What a movement in the books is for: by the books' own short sentence, which has few forms.
export function causeOf(text: string): { cause: Cause; ids: string[] } | null {
  for (const [cause, pattern] of CAUSES) {
    const found = pattern.exec(text);
    if (found) return { cause, ids: found.slice(1) };
  }
  return null;
}

export function causeWords(text: string): string {
  const found = causeOf(text);
  return found ? d().money.cause[found.cause](found.ids[0] ?? "", found.ids[1] ?? "") : text;
}
