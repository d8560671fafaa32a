import { effect, signal } from "@preact/signals";
import { type Language, language } from "../core/i18n";
import type { CustomerWords } from "../words/customer-en";

const english = async () => (await import("../words/customer-en")).customerEn;
const loaders: Record<Language, () => Promise<CustomerWords>> = {
  en: english,
  fr: async () => (await import("../words/customer-fr")).customerFr,
  pseudo: async () => {
    const [own, { wrap }] = await Promise.all([english(), import("../words/pseudo")]);
    return wrap(own) as CustomerWords;
  },
};

const words = signal<CustomerWords | null>(null);

/// The customer's own words, in the language that is chosen now.
export function c(): CustomerWords {
  if (!words.value) throw new Error("the customer's words are not there yet");
  return words.value;
}

export async function speakToCustomers(wanted: Language): Promise<void> {
  const spoken = await loaders[wanted]();
  if (language.peek() === wanted || !words.peek()) words.value = spoken;
}

/// The first words, and those of another language as soon as one is chosen.
export async function startCustomerWords(wanted: Language): Promise<void> {
  await speakToCustomers(wanted);
  effect(() => void speakToCustomers(language.value));
}
