import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

// where a running goFOOD is, for `npm run dev`
const gateway = process.env.GOFOOD ?? "http://127.0.0.1:8000";
const api =
  "^/(users|guests|sessions|restaurants|orders|quotes|slots|receipts|wallet|deliveries|" +
  "notifications|map|addresses|zones|payments|couriers|problems|promotions|ledger|payouts|" +
  "wallets|estimates|status)(/|\\?|$)";

export default defineConfig({
  plugins: [preact()],
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
