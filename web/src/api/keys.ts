import { Failure } from "./failure";
import { recall, store } from "../core/kept";

interface Pending {
  key: string;
  print: string;
  body: unknown;
}

const print = (body: unknown) => JSON.stringify(body);

/// The idempotency key for a request that makes something: the same for the same body, also after
/// a reload, until an answer came that settles it.
export function keyFor(purpose: string, body: unknown): string {
  const pending = recall<Pending>(`key.${purpose}`);
  if (pending?.print === print(body)) return pending.key;
  const key = crypto.randomUUID();
  store(`key.${purpose}`, { key, print: print(body), body });
  return key;
}

export const settle = (purpose: string): void => store(`key.${purpose}`, null);

/// What was sent and never answered.
export const unsettled = <T>(purpose: string): T | null =>
  (recall<Pending>(`key.${purpose}`)?.body as T | undefined) ?? null;

/// Makes something at most once, however often it is sent: with the same key until it is settled.
export async function create<T>(
  purpose: string,
  wish: unknown,
  post: (header: { "Idempotency-Key": string }) => Promise<T>,
): Promise<T> {
  try {
    const made = await post({ "Idempotency-Key": keyFor(purpose, wish) });
    settle(purpose);
    return made;
  } catch (failure) {
    if (failure instanceof Failure && !failure.uncertain) settle(purpose);
    throw failure;
  }
}
