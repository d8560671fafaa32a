import { effect, signal } from "@preact/signals";
import { language, type Language } from "../core/i18n";
import type { KitchenWords } from "../words/kitchen-en";

const load: Record<Language, () => Promise<KitchenWords>> = {
  en: async () => (await import("../words/kitchen-en")).kitchenEn,
  fr: async () => (await import("../words/kitchen-fr")).kitchenFr,
  pseudo: async () => {
    const [{ wrap }, { kitchenEn }] = await Promise.all([import("../words/pseudo"), import("../words/kitchen-en")]);
    return wrap(kitchenEn) as KitchenWords;
  },
};

const words = signal<KitchenWords | null>(null);

/// The kitchen's own words, in the language that is chosen now.
export function k(): KitchenWords {
  if (!words.value) throw new Error("the kitchen's words are not there yet");
  return words.value;
}

export async function startKitchenWords(): Promise<void> {
  words.value = await load[language.value]();
  effect(() => {
    const wanted = language.value;
    void load[wanted]().then((it) => {
      if (language.value === wanted) words.value = it;
    });
  });
}
