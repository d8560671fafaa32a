import { locale } from "./i18n";

const formats = new Map<string, Intl.NumberFormat>();

/// "€24.60" or "24,60 €". The currency knows its own decimals.
export function money(amount: number, currency: string): string {
  const key = `${locale()} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale(), { style: "currency", currency });
    formats.set(key, format);
  }
  // a real minus, as wide as the figures
  return format.format(amount).replace("-", "−");
}

/// Sums of amounts as the wire has them: at most three decimals, so that nothing is lost to the
/// floating point.
export function sum(amounts: number[]): number {
  return amounts.reduce((mills, it) => mills + Math.round(it * 1000), 0) / 1000;
}

export const times = (amount: number, count: number): number =>
  (Math.round(amount * 1000) * count) / 1000;

export const isLess = (a: number, b: number): boolean =>
  Math.round(a * 1000) < Math.round(b * 1000);

/// How many decimals the currency's smallest coin has.
export const decimals = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/// What a percentage of it is, to the currency's smallest coin.
export function share(amount: number, percent: number, currency: string): number {
  const coin = 10 ** decimals(currency);
  return Math.round((amount * percent * coin) / 100) / coin;
}
