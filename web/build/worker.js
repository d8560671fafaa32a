// Keeps the pages themselves, so that they open without a network. What the API says is never
// kept here: a page shows what it last knew, and says so.
const CACHE = "gofood-__VERSION__";
const SHELL = __SHELL__;
const OTHER_PAGES = /^\/(docs|status)(\/|$)/;
const SCREEN = /^\/(kitchen|courier|operator)(?=\/|$)/;

addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  const old = caches.keys().then((names) =>
    Promise.all(names.filter((it) => it.startsWith("gofood-") && it !== CACHE).map((it) => caches.delete(it))),
  );
  event.waitUntil(old.then(() => self.clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && !OTHER_PAGES.test(pathname))
    event.respondWith(fetch(request).catch(() => caches.match(SCREEN.exec(pathname)?.[0] ?? "/")));
  else if (pathname.startsWith("/assets/"))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
