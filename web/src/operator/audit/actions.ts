// What was done, as far as method and path tell it.

const ACTIONS = [
  ["cancel", "POST", /^\/orders\/(\d+)\/cancel$/],
  ["refund", "POST", /^\/payments\/(\d+)\/refunds$/],
  ["reassign", "POST", /^\/deliveries\/(\d+)\/reassign$/],
  ["shift", "PUT", /^\/couriers\/(\d+)\/shift$/],
  ["courier", "POST", /^\/couriers$/],
  ["credit", "POST", /^\/wallets\/(\d+)\/credits$/],
  ["resolve", "POST", /^\/problems\/(\d+)\/resolve$/],
  ["promote", "POST", /^\/promotions$/],
  ["promotion", "PUT", /^\/promotions\/([\w-]+)$/],
  ["restrict", "POST", /^\/zones\/restrictions$/],
  ["unrestrict", "DELETE", /^\/zones\/restrictions\/(\d+)$/],
  ["zone", "PUT", /^\/zones\/(\d+)$/],
  ["person", "PUT", /^\/users\/(\d+)$/],
  ["erase", "DELETE", /^\/users\/(\d+)$/],
  ["refuse", "DELETE", /^\/users\/(\d+)\/applications\/\w+$/],
  ["signIn", "POST", /^\/sessions$/],
  ["signOut", "DELETE", /^\/sessions$/],
  ["join", "POST", /^\/users$/],
  ["payouts", "POST", /^\/payouts$/],
  ["faults", "PUT", /^\/faults$/],
  ["drive", "PUT", /^\/simulator$/],
  ["restaurant", "POST", /^\/restaurants$/],
  ["ticket", "POST", /^\/restaurants\/(\d+)\/tickets\/\d+\/[\w-]+$/],
  ["menu", "PUT", /^\/restaurants\/(\d+)(?:\/|$)/],
] as const;

export type Action = (typeof ACTIONS)[number][0];

/// What was done and to which; null where we have no word for it.
export function actionOf(text: string): { action: Action; id: string } | null {
  const [method, path = ""] = text.split(" ");
  for (const [action, how, pattern] of ACTIONS) {
    const found = method === how ? pattern.exec(path.split("?")[0] ?? "") : null;
    if (found) return { action, id: found[1] ?? "" };
  }
  return null;
}

/// The order that it was about, if its path names one.
export const orderOf = (text: string): string | null => /\/orders\/(\d+)/.exec(text)?.[1] ?? null;

/// What one request did in several services, as one line.
export function together<T extends { trace_id: string; action: string; status: number; service: string }>(entries: T[]): (T & { services: string[] })[] {
  const lines: (T & { services: string[] })[] = [];
  for (const it of entries) {
    const last = lines.at(-1);
    const same = last && last.trace_id === it.trace_id && last.action === it.action && last.status === it.status;
    if (!same) lines.push({ ...it, services: [it.service] });
    else if (!last.services.includes(it.service)) last.services.push(it.service);
  }
  return lines;
}
