import { computed } from "@preact/signals";
import { kept } from "../core/kept";
import { forgetSeen } from "../core/resource";
import { Failure } from "./failure";
import type { Session, User } from "./wire";

interface Kept {
  access: string;
  refresh: string;
  /// epoch milliseconds
  until: number;
  user: User;
}

// who cooks and who eats may be two people at one computer: each screen has its own session
const SCREEN = /^\/(kitchen|courier|operator)(?=\/|$)/.exec(globalThis.location?.pathname ?? "")?.[1];
const NAME = SCREEN ? `session.${SCREEN}` : "session";
const session = kept<Kept | null>(NAME, null);

export const user = computed(() => session.value?.user ?? null);

/// A guest is somebody whom we know by one order, not by name and password.
export const signedIn = computed(() => user.value?.roles.includes("customer") ?? false);

const EARLY_MS = 30_000;

export function keep(it: Session): void {
  session.value = {
    access: it.access_token,
    refresh: it.refresh_token,
    until: Date.now() + it.expires_in * 1000,
    user: it.user,
  };
}

export function updateUser(changed: User): void {
  if (session.value) session.value = { ...session.value, user: changed };
}

async function post(path: string, body: unknown): Promise<Session> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Failure(0, "offline");
  }
  if (!response.ok) throw await Failure.of(response);
  return (await response.json()) as Session;
}

export async function signIn(email: string, password: string): Promise<void> {
  const it = await post("/sessions", { email, password });
  forgetSeen();
  keep(it);
}

export async function becomeGuest(name: string, phone: string): Promise<void> {
  keep(await post("/guests", { ...(name ? { name } : {}), ...(phone ? { phone } : {}) }));
}

export async function signOut(): Promise<void> {
  const token = session.value?.access;
  session.value = null;
  forgetSeen();
  if (token)
    await fetch("/sessions", {
      method: "DELETE",
      headers: { Authorization: `Bearer ${token}` },
    }).catch(() => undefined);
}

/// The header for the next request, renewed shortly before it would expire.
export async function authorization(): Promise<string | null> {
  if (!session.value) return null;
  if (session.value.until - EARLY_MS < Date.now()) await renew();
  return session.value ? `Bearer ${session.value.access}` : null;
}

let renewing: Promise<boolean> | null = null;

/// A refresh token works once, and used twice it ends the session: so one tab renews at a time,
/// and the others take what it got.
export function renew(): Promise<boolean> {
  renewing ??= locked(async () => {
    const before = session.value;
    if (!before) return false;
    const stored = JSON.parse(localStorage.getItem(`gofood.${NAME}`) ?? "null") as Kept | null;
    if (stored && stored.refresh !== before.refresh) {
      session.value = stored;
      return true;
    }
    try {
      keep(await post("/sessions/refresh", { refresh_token: before.refresh }));
      return true;
    } catch (failure) {
      // only a plain no ends the session; a bad network doesn't sign anybody out
      if (failure instanceof Failure && (failure.status === 401 || failure.status === 422))
        session.value = null;
      return false;
    }
  }).finally(() => (renewing = null));
  return renewing;
}

function locked<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(`gofood.${NAME}`, act) as Promise<T> : act();
}
