/// The service worker keeps the page itself for days without a network; never what the API says.
export function startShell(): void {
  if (import.meta.env.PROD && "serviceWorker" in navigator)
    void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}
