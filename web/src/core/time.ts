import { signal } from "@preact/signals";
import { locale, t } from "./i18n";
import { kept } from "./kept";

/// The time, kept by one clock for the whole page so that all countdowns jump together.
export const now = signal(Date.now());
if (globalThis.document) {
  setInterval(() => {
    if (!document.hidden) now.value = Date.now();
  }, 1000);
  document.addEventListener("visibilitychange", () => (now.value = Date.now()));
}

/// The city's time zone, once it is known: food comes by the clock of the town, wherever the
/// reader's device thinks it is.
export const cityZone = kept<string | null>("zone", null);
const ofCity = () => cityZone.value ?? undefined;

type Moment = string | number | Date;

/// "9:05 AM", but "09:05" where the day has 24 hours.
const hour = (): "numeric" | "2-digit" =>
  new Intl.DateTimeFormat(locale(), { hour: "numeric" }).resolvedOptions().hour12 ? "numeric" : "2-digit";

export function clock(at: Moment, timeZone = ofCity()): string {
  return new Intl.DateTimeFormat(locale(), {
    hour: hour(),
    minute: "2-digit",
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(at));
}

/// "19:40–19:50", or one time when both are the same minute.
export function range(from: Moment, to: Moment, timeZone = ofCity()): string {
  const format = new Intl.DateTimeFormat(locale(), {
    hour: hour(),
    minute: "2-digit",
    ...(timeZone ? { timeZone } : {}),
  });
  return format.formatRange(new Date(from), new Date(to)).replace(/\s*–\s*/, "–");
}

/// Times of arrival are told in steps of five minutes, never earlier than they are reckoned.
export function roundUp(at: Moment, minutes: number): Date {
  const step = minutes * 60_000;
  return new Date(Math.ceil(new Date(at).getTime() / step) * step);
}

export function day(at: Moment, timeZone = ofCity()): string {
  const name = new Intl.DateTimeFormat(locale(), {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(timeZone ? { timeZone } : {}),
  });
  return name.format(new Date(at));
}

const civil = (at: Moment, timeZone = ofCity()): number => {
  const text = new Intl.DateTimeFormat("en-CA", timeZone ? { timeZone } : {}).format(new Date(at));
  return Date.parse(text) / 86_400_000;
};

export const daysBetween = (from: Moment, to: Moment, timeZone = ofCity()): number =>
  Math.round(civil(to, timeZone) - civil(from, timeZone));

/// "today 18:30", "tomorrow 11:00", "Tuesday 11:00".
export function whenWords(at: Moment, from: Moment = Date.now(), timeZone = ofCity()): string {
  const time = clock(at, timeZone);
  const days = daysBetween(from, at, timeZone);
  if (days === 0) return t().time.today(time);
  if (days === 1) return t().time.tomorrow(time);
  const zone = timeZone ? { timeZone } : {};
  const named =
    days > 1 && days < 7
      ? new Intl.DateTimeFormat(locale(), { weekday: "long", ...zone })
      : new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", ...zone });
  return t().time.on(named.format(new Date(at)), time);
}

/// For after "until": "18:30" today, "tomorrow 05:00", "Tuesday 11:00".
export const untilWords = (at: Moment): string => (daysBetween(Date.now(), at) === 0 ? clock(at) : whenWords(at));

export const minutesUntil = (at: Moment, from: Moment): number =>
  Math.max(0, Math.ceil((new Date(at).getTime() - new Date(from).getTime()) / 60_000));

/// "4:05" of a countdown.
export function countdown(until: Moment, from: Moment): string {
  const left = Math.max(0, Math.ceil((new Date(until).getTime() - new Date(from).getTime()) / 1000));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/// "350 m", "1.2 km".
export function distance(metres: number): string {
  const far = metres >= 1000;
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit: far ? "kilometer" : "meter",
    maximumFractionDigits: far ? 1 : 0,
  }).format(far ? metres / 1000 : Math.round(metres / 10) * 10);
}
