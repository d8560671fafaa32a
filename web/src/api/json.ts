import { Failure } from "./failure";
import { send } from "./http";

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
