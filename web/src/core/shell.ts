const LATER_MS = 4_000;

/// The service worker keeps the page itself for days without a network; never what the API says.
export function startShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // it fetches every page's files: after what one came for
  setTimeout(() => void navigator.serviceWorker.register("/sw.js").catch(() => undefined), LATER_MS);
}
