import { effect, signal } from "@preact/signals";
import { language, type Language } from "../core/i18n";
import type { CourierWords } from "../words/courier-en";

const load: Record<Language, () => Promise<CourierWords>> = {
  en: async () => (await import("../words/courier-en")).courierEn,
  fr: async () => (await import("../words/courier-fr")).courierFr,
  pseudo: async () => {
    const [{ wrap }, { courierEn }] = await Promise.all([import("../words/pseudo"), import("../words/courier-en")]);
    return wrap(courierEn) as CourierWords;
  },
};

const words = signal<CourierWords | null>(null);

/// The courier's own words, in the language that is chosen now.
export function c(): CourierWords {
  if (!words.value) throw new Error("the courier's words are not there yet");
  return words.value;
}

export async function startCourierWords(): Promise<void> {
  words.value = await load[language.value]();
  effect(() => {
    const wanted = language.value;
    void load[wanted]().then((it) => {
      if (language.value === wanted) words.value = it;
    });
  });
}
