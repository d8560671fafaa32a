import { signal } from "@preact/signals";
import type { Words } from "../words/en";
import { recall, store } from "./kept";

export const LANGUAGES = { en: "English", fr: "Français" } as const;
export type Language = keyof typeof LANGUAGES | "pseudo";

const loaders: Record<Language, () => Promise<Words>> = {
  en: async () => (await import("../words/en")).en,
  fr: async () => (await import("../words/fr")).fr,
  // for tests and designers: ?lang=pseudo
  pseudo: async () => (await import("../words/pseudo")).pseudo,
};

export const language = signal<Language>("en");
const words = signal<Words | null>(null);

/// The words of the language that is chosen now.
export function t(): Words {
  if (!words.value) throw new Error("the words are not there yet");
  return words.value;
}

/// The locale for numbers and times: the browser's own where it speaks our language, so that
/// somebody from Ireland or Switzerland reads their own forms.
export function locale(): string {
  if (language.value === "pseudo") return "en";
  const own = globalThis.navigator?.languages ?? [];
  return own.find((one) => one.startsWith(language.value)) ?? language.value;
}

export async function speak(wanted: Language): Promise<void> {
  words.value = await loaders[wanted]();
  language.value = wanted;
  if (globalThis.document) document.documentElement.lang = wanted === "pseudo" ? "en" : wanted;
}

export async function choose(wanted: Language): Promise<void> {
  store("language", wanted);
  await speak(wanted);
}

/// The address bar's wish, else what was chosen before, else the browser's first that we speak.
export function preferred(query: string, stored: string | null, browser: readonly string[]): Language {
  const known = (it: string | null): it is Language => it !== null && it in loaders;
  const asked = new URLSearchParams(query).get("lang");
  if (known(asked)) return asked;
  if (known(stored)) return stored;
  return browser.map((it) => it.slice(0, 2)).find((it): it is "en" | "fr" => it in LANGUAGES) ?? "en";
}

/// The language to begin with.
export const firstLanguage = (): Language =>
  preferred(location.search, recall<string>("language"), navigator.languages);

export const startLanguage = (): Promise<void> => speak(firstLanguage());
