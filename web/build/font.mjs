// Cuts the display face down to the letters and weights that our two languages use, and refuses
// to let it grow beyond what a phone should wait for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const MOST_BYTES = 30 * 1024;
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const letters = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûüÿñáíóúœŒ’‘“”«»–—…·°€£×\u00a0\u202f";
const from =
  "node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2";

const font = await subsetFont(readFileSync(from), ascii + letters, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 500, max: 800 } },
});
if (font.length > MOST_BYTES) throw new Error(`the display face has ${font.length} bytes`);
mkdirSync("target/generated", { recursive: true });
writeFileSync("target/generated/display.woff2", font);
