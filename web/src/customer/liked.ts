import { effect, signal } from "@preact/signals";
import type { Failure } from "../api/failure";
import { changePreferences, readFavourites, readPreferences, setFavourite } from "../api/liked";
import { signedIn, user } from "../api/session";
import type { Allergen, Preferences } from "../api/wire";
import { choose, type Language, language } from "../core/i18n";
import { kept, recall } from "../core/kept";
import { onReturn } from "../core/online";

// What somebody likes and must not eat: a guest's stays on the device, an account's goes with it.

export const favourites = kept<number[]>("favourites", []);

/// What this person must not eat; menus then warn.
export const avoided = kept<Allergen[]>("avoided", []);

/// Whose all this is; null: of whoever uses the device.
const owner = kept<number | null>("liked.of", null);
/// Hearts that the account has not heard of yet.
const unsent = kept<Record<number, boolean>>("liked.unsent", {});
/// What the account is known to have; nothing is sent before that.
const stored = signal<Preferences | null>(null);

/// Both, each once, what is new first.
export const together = <T>(ours: T[], theirs: T[]): T[] => [...new Set([...ours, ...theirs])];

/// What an account has, with what was done here and not sent yet.
export function withUnsent(theirs: number[], waiting: Record<number, boolean>): number[] {
  const added = Object.keys(waiting).map(Number).filter((id) => waiting[id]);
  return together(added, theirs).filter((id) => waiting[id] !== false);
}

export function toggleFavourite(id: number): void {
  const on = !favourites.value.includes(id);
  favourites.value = on ? [id, ...favourites.value] : favourites.value.filter((it) => it !== id);
  if (!signedIn.peek()) return;
  unsent.value = { ...unsent.value, [id]: on };
  void sendHearts();
}

let sending = false;

async function sendHearts(): Promise<void> {
  const me = user.peek()?.user_id;
  if (sending || !me || me !== owner.peek()) return;
  sending = true;
  try {
    for (;;) {
      const [first] = Object.entries(unsent.peek());
      if (!first || user.peek()?.user_id !== me) return;
      const [id, on] = [Number(first[0]), first[1]];
      await setFavourite(me, id, on).catch((failure: Failure) => {
        // one that can't be kept is not asked for ever
        if (failure.uncertain || failure.status === 401) throw failure;
      });
      const { [id]: now, ...rest } = unsent.peek();
      unsent.value = now === on ? rest : unsent.peek();
    }
  } catch {
    // sent when the network is back
  } finally {
    sending = false;
  }
}

type Said = "en" | "fr";

/// Only what somebody chose is a wish; what their browser says is none.
const chosen = (): Said | null => {
  const it = recall<Language>("language");
  return it === "en" || it === "fr" ? it : null;
};

/// What the account has and what is here become one: at first both together, later the account's.
async function meet(me: number): Promise<void> {
  const [hearts, prefs] = await Promise.all([readFavourites(me), readPreferences(me)]);
  if (user.peek()?.user_id !== me) return;
  const first = owner.peek() !== me;
  if (first) unsent.value = Object.fromEntries(favourites.peek().filter((id) => !hearts.includes(id)).map((id) => [id, true]));
  owner.value = me;
  favourites.value = withUnsent(hearts, unsent.peek());
  avoided.value = first ? together(avoided.peek(), prefs.avoided) : prefs.avoided;
  stored.value = prefs;
  // what was chosen on this device was chosen here and now
  if (prefs.language && !chosen() && prefs.language !== language.peek()) await choose(prefs.language);
  await sendHearts();
}

const print = ({ avoided: all, language: said }: Preferences) => JSON.stringify([[...all].sort(), said ?? null]);
const PAUSE_MS = 700;

export function startLiked(): void {
  const look = () => {
    const me = signedIn.peek() ? user.peek()?.user_id : undefined;
    if (me) void meet(me).catch(() => undefined);
  };
  let before: number | undefined;
  effect(() => {
    const me = signedIn.value ? user.value?.user_id : undefined;
    if (me === before) return;
    before = me;
    stored.value = null;
    if (me) look();
    // it went with the account
    else if (owner.peek() !== null) [owner.value, favourites.value, avoided.value, unsent.value] = [null, [], [], {}];
  });
  onReturn(look);
  effect(() => {
    const me = signedIn.value ? user.value?.user_id : undefined;
    const had = stored.value;
    // a language that is chosen is spoken at once
    void language.value;
    if (!me || me !== owner.value || had === null) return;
    const wish: Preferences = { avoided: avoided.value, language: chosen() ?? had.language };
    if (print(had) === print(wish)) return;
    const wait = setTimeout(() => {
      void changePreferences(me, wish).then(() => (stored.value = wish), () => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(wait);
  });
}
