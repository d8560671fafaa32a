import { Failure } from "./failure";
import { send } from "./http";
import { create } from "./keys";

interface Wish {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/// A request to a path that the typed client can't name.
export async function json<T>(path: string, { method = "GET", body, headers = {} }: Wish = {}): Promise<T> {
  const request = new Request(new URL(path, location.origin), {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await send(request);
  if (!response.ok) throw await Failure.of(response);
  return (response.status === 204 ? null : await response.json()) as T;
}

/// Makes something at such a path, at most once.
export const make = <T>(purpose: string, path: string, wish: unknown): Promise<T> =>
  create(purpose, wish, (headers) => json<T>(path, { method: "POST", body: wish, headers }));
