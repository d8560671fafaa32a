/// The moment at which a clock in that zone shows this date and time.
export function zoned(date: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  // twice, since the first guess may lie on the other side of a change of clocks
  let moment = wanted - offset(wanted, zone);
  moment = wanted - offset(moment, zone);
  return new Date(moment);
}

function offset(moment: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(moment);
  return Date.parse(`${text.replace(" ", "T")}Z`) - Math.floor(moment / 1000) * 1000;
}

/// "2026-05-04": the date there.
export const dateIn = (moment: Date | number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

// kitchens close after midnight; what is gone for today is gone until the night is over
const MORNING = "05:00";

/// When "until tomorrow" ends.
export function morning(now: number, zone: string): Date {
  const today = dateIn(now, zone);
  const early = zoned(today, MORNING, zone);
  return early.getTime() - now > 3_600_000 ? early : zoned(plusDays(today, 1), MORNING, zone);
}

/// When the day began that a kitchen calls today.
export function lastMorning(now: number, zone: string): Date {
  const today = zoned(dateIn(now, zone), MORNING, zone);
  return today.getTime() <= now ? today : zoned(plusDays(dateIn(now, zone), -1), MORNING, zone);
}
