import { computed, effect, signal } from "@preact/signals";
import { type Language, language } from "../core/i18n";
import type { deskEn } from "./desk-en";
import type { operatorEn } from "./operator-en";

// The operator's own words, in files of their own: who orders a pizza doesn't wait for them, and
// who watches the live city doesn't wait for those of the other pages.

type OperatorWords = typeof operatorEn;
type DeskWords = typeof deskEn;

async function disguised<T>(words: Promise<T>): Promise<T> {
  const [own, { wrap }] = await Promise.all([words, import("../words/pseudo")]);
  return wrap(own) as T;
}

const english = async () => (await import("./operator-en")).operatorEn;
const first: Record<Language, () => Promise<OperatorWords>> = {
  en: english,
  fr: async () => (await import("./operator-fr")).operatorFr,
  pseudo: () => disguised(english()),
};
const englishDesk = async () => (await import("./desk-en")).deskEn;
const later: Record<Language, () => Promise<DeskWords>> = {
  en: englishDesk,
  fr: async () => (await import("./desk-fr")).deskFr,
  pseudo: () => disguised(englishDesk()),
};

const words = signal<OperatorWords | null>(null);
const desk = signal<DeskWords | null>(null);
const all = computed(() => (words.value && desk.value ? { ...words.value, ...desk.value } : null));
let deskWanted = false;

/// The words of the language that is chosen now.
export function o(): OperatorWords {
  if (!words.value) throw new Error("the operator's words are not there yet");
  return words.value;
}

/// The same, and those of the pages beside the live city.
export function d(): OperatorWords & DeskWords {
  if (!all.value) throw new Error("the desk's words are not there yet");
  return all.value;
}

export async function speakToOperators(wanted: Language): Promise<void> {
  const [near, far] = await Promise.all([first[wanted](), deskWanted ? later[wanted]() : null]);
  if (far) desk.value = far;
  words.value = near;
}

/// What has to be there before any page but the live city is shown.
export async function wantDeskWords(): Promise<void> {
  deskWanted = true;
  desk.value ??= await later[language.peek()]();
}

/// The first words, and those of another language as soon as one is chosen.
export async function startWords(): Promise<void> {
  await speakToOperators(language.peek());
  effect(() => void speakToOperators(language.value));
}
