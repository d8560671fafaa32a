import preact from "@preact/preset-vite";
import type { Connect, Plugin } from "vite";
import { defineConfig } from "vitest/config";

// where a running goFOOD is, for `npm run dev`
const gateway = process.env.GOFOOD ?? "http://127.0.0.1:8000";
const api =
  "^/(users|guests|sessions|restaurants|orders|quotes|slots|receipts|wallet|deliveries|" +
  "notifications|map|addresses|zones|routes|payments|ledger|statements|payouts|callback|couriers|" +
  "offers|estimates|problems|promotions|wallets|tracking|delivery-prices|applications|erasures|alerts|health|audit|faults|simulator|status)(/|\\?|$)";

// a screen's pages are all its one entry page, as the gateway serves them
const toScreen: Connect.NextHandleFunction = (request, _, next) => {
  const screen = /^\/(kitchen|courier|operator)(\/|\?|$)/.exec(request.url ?? "")?.[1];
  if (screen && request.headers.accept?.includes("text/html")) request.url = `/${screen}.html`;
  next();
};
const screens: Plugin = {
  name: "screens",
  configureServer: (server) => void server.middlewares.use(toScreen),
  configurePreviewServer: (server) => void server.middlewares.use(toScreen),
};

export default defineConfig({
  plugins: [preact(), screens],
  build: {
    target: "es2022",
    // where Maven packs it into a jar
    outDir: "target/classes/web",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // a font or picture inside of a style sheet would be loaded by everybody, always
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1100,
    rollupOptions: {
      input: ["index.html", "kitchen.html", "courier.html", "operator.html"],
    },
  },
  server: { proxy: { [api]: { target: gateway } } },
  preview: { proxy: { [api]: { target: gateway } } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
