import { effect, signal } from "@preact/signals";
import { type Language, language } from "../core/i18n";
import type { operatorEn } from "./operator-en";

// The operator's own words, in a file of their own: who orders a pizza doesn't wait for them.

type OperatorWords = typeof operatorEn;

const english = async () => (await import("./operator-en")).operatorEn;
const loaders: Record<Language, () => Promise<OperatorWords>> = {
  en: english,
  fr: async () => (await import("./operator-fr")).operatorFr,
  pseudo: async () => {
    const [own, { wrap }] = await Promise.all([english(), import("../words/pseudo")]);
    return wrap(own) as OperatorWords;
  },
};

const words = signal<OperatorWords | null>(null);

/// The words of the language that is chosen now.
export function o(): OperatorWords {
  if (!words.value) throw new Error("the operator's words are not there yet");
  return words.value;
}

export async function speakToOperators(wanted: Language): Promise<void> {
  words.value = await loaders[wanted]();
}

/// The first words, and those of another language as soon as one is chosen.
export async function startWords(): Promise<void> {
  await speakToOperators(language.peek());
  effect(() => void speakToOperators(language.value));
}
