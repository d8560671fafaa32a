import { en, type Words } from "./en";

const ACCENTS: Record<string, string> = {
  a: "à", e: "é", i: "î", o: "ô", u: "ü", c: "ç", n: "ñ", A: "À", E: "É", I: "Î", O: "Ô", U: "Ü",
};

/// Longer than English and full of accents: what is not translated, or doesn't fit, stands out.
export function disguise(text: string): string {
  const accented = [...text].map((it) => ACCENTS[it] ?? it).join("");
  return `[${accented}${"~".repeat(Math.ceil(text.length / 3))}]`;
}

export function wrap(value: unknown): unknown {
  if (typeof value === "string") return disguise(value);
  if (typeof value === "function")
    return (...given: unknown[]) => disguise(String((value as (...all: unknown[]) => string)(...given)));
  return Object.fromEntries(Object.entries(value as object).map(([name, it]) => [name, wrap(it)]));
}

export const pseudo = wrap(en) as Words;
