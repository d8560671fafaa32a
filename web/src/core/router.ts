import { computed, signal } from "@preact/signals";

const here = signal(globalThis.location ? location.pathname + location.search : "/");

export const path = computed(() => here.value.split("?")[0] ?? "/");
export const query = computed(() => new URLSearchParams(here.value.split("?")[1] ?? ""));

/// The variables of `/r/:id` if the path is like that.
export function match(pattern: string, actual: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const parts = actual.split("/");
  if (wanted.length !== parts.length) return null;
  const found: Record<string, string> = {};
  for (const [i, want] of wanted.entries()) {
    const part = parts[i] ?? "";
    if (want.startsWith(":")) {
      if (!part) return null;
      found[want.slice(1)] = decodeURIComponent(part);
    } else if (want !== part) return null;
  }
  return found;
}

export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(history.state, "", to);
  else {
    history.replaceState({ ...history.state, y: scrollY }, "");
    history.pushState({ depth: (history.state?.depth ?? 0) + 1 }, "", to);
  }
  const samePage = to.split("?")[0] === path.value;
  here.value = to;
  if (!samePage) arrive(0);
}

/// Back to where one came from, or to a page above when one came from outside.
export function back(above: string): void {
  if (history.state?.depth > 0) history.back();
  else go(above, { replace: true });
}

/// Changes the query alone; what is null goes away. A filter is not worth a step back each.
export function filter(changes: Record<string, string | null>): void {
  const next = new URLSearchParams(query.value);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  go(path.value + (text ? `?${text}` : ""), { replace: true });
}

const FOCUS_TRIES_MS = [0, 120, 400, 1000];

/// A new page begins at its top, and a screen reader at its heading, as soon as that is there.
function arrive(y: number): void {
  const at = path.value;
  let done = false;
  for (const wait of FOCUS_TRIES_MS)
    setTimeout(() => {
      if (done || path.value !== at) return;
      scrollTo(0, y);
      const heading = document.querySelector<HTMLElement>("main h1");
      heading?.focus({ preventScroll: true });
      done = heading !== null;
    }, wait);
}

export function startRouter(): void {
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event) => {
    here.value = location.pathname + location.search;
    arrive(event.state?.y ?? 0);
  });
  addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    const link = (event.target as Element).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
    if (link.origin !== location.origin || link.hasAttribute("data-leaves")) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
