import createClient, { type Middleware } from "openapi-fetch";
import { language } from "../core/i18n";
import { heard, unheard } from "../core/online";
import { isFresh, learnClock } from "../core/server-clock";
import { Failure } from "./failure";
import type { paths as City } from "schema/city";
import type { paths as Delivery } from "schema/delivery";
import type { paths as Notification } from "schema/notification";
import type { paths as Order } from "schema/order";
import type { paths as Payment } from "schema/payment";
import type { paths as Restaurant } from "schema/restaurant";
import type { paths as User } from "schema/user";
import { authorization, renew } from "./session";

type Paths = City & Delivery & Notification & Order & Payment & Restaurant & User;

const PATIENCE_MS = 12_000;
const RETRIES = 2;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/// One try. A network that fails looks like any other failure.
async function once(request: Request, bounded: boolean): Promise<Response> {
  try {
    const limit = bounded ? [AbortSignal.timeout(PATIENCE_MS)] : [];
    const signal = AbortSignal.any([request.signal, ...limit]);
    const asked = Date.now();
    const response = await globalThis.fetch(new Request(request, { signal }));
    heard();
    if (isFresh(response.headers)) learnClock(response.headers.get("Date"), asked);
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    if (!navigator.onLine || error instanceof TypeError) unheard();
    throw new Failure(0, "offline");
  }
}

/// Only reads are tried again by themselves: they change nothing.
async function patiently(request: Request, bounded: boolean): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const last = request.method !== "GET" || tries === RETRIES;
    try {
      const response = await once(request.clone(), bounded);
      if (last || ![502, 503, 504].includes(response.status)) return response;
    } catch (error) {
      if (last || !(error instanceof Failure)) throw error;
    }
    await pause(400 * 2 ** tries + Math.random() * 200);
  }
}

/// A token that has just expired is renewed, once, and the request sent again.
///
/// @param bounded whether an answer must be whole within our patience; a live stream never is
export async function send(request: Request, bounded = true): Promise<Response> {
  const signed = async () => {
    const token = await authorization();
    const copy = request.clone();
    // messages are kept in both languages; the reader's is asked for, whatever the browser's is
    if (language.peek() !== "pseudo") copy.headers.set("Accept-Language", language.peek());
    if (token && !copy.headers.has("Authorization")) copy.headers.set("Authorization", token);
    return copy;
  };
  const response = await patiently(await signed(), bounded);
  if (response.status !== 401 || request.headers.has("Authorization")) return response;
  return (await renew()) ? patiently(await signed(), bounded) : response;
}

const failing: Middleware = {
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await Failure.of(response);
  },
};

/// The whole API, typed by what the services say about themselves. It throws [Failure].
export const http = createClient<Paths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  fetch: (request) => send(request),
});
http.use(failing);

/// The body of an answer that is known to have one.
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
