// Cuts the display face down to the letters that our two languages and the names on a map use, to
// the one weight that headings have, with kerning and figures of one width; and refuses to let it
// grow beyond what a phone should wait for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import subsetFont from "subset-font";

const MOST_BYTES = 14 * 1024;
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  .filter((it) => !"$<=>[\\]^_`{|}~".includes(it))
  .join("");
const letters = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûüÿñáíóúœŒ’‘“”«»–—…·°€£×\u00a0\u202f";
const from =
  "node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2";

const font = await subsetFont(readFileSync(from), ascii + letters, {
  targetFormat: "woff2",
  variationAxes: { wght: 720 },
  keepFeatures: ["kern", "tnum"],
});
if (font.length > MOST_BYTES) throw new Error(`the display face has ${font.length} bytes`);
mkdirSync("target/generated", { recursive: true });
writeFileSync("target/generated/display.woff2", font);
