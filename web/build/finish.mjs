// After the build: the service worker with its list of files, the same files compressed, and the
// promise that a page's first load stays small.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const OUT = "target/classes/web";
const MOST_FIRST_LOAD = 60 * 1024;
const PAGES = ["index", "kitchen", "courier", "operator"];
const TEXT = /\.(html|js|css|svg|webmanifest|txt)$/;

const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const text = (path) => readFileSync(join(OUT, path), "utf8");
const gzip = (path) => gzipSync(readFileSync(join(OUT, path)), { level: 9 }).length;

/// The page, and every script, style and font that it loads before anything else happens.
function firstLoad(page) {
  const html = text(`${page}.html`);
  const wanted = new Set([`${page}.html`]);
  const visit = (path) => {
    if (wanted.has(path)) return;
    wanted.add(path);
    // only static imports count; import() comes later
    if (path.endsWith(".js"))
      for (const [, to] of text(path).matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) visit(`assets/${to}`);
  };
  for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) visit(path);
  return [...wanted];
}

let failed = false;
for (const page of PAGES) {
  const loaded = firstLoad(page);
  const spoken = new RegExp(`assets/(${page === "index" ? "customer" : page}-)?en-.*\\.js$`);
  const words = files(join(OUT, "assets")).map((it) => it.slice(OUT.length + 1)).filter((it) => spoken.test(it));
  const sum = (paths) => paths.reduce((all, path) => all + gzip(path), 0);
  const fonts = loaded.filter((it) => it.endsWith(".woff2"));
  const bytes = sum([...loaded, ...words]) - sum(fonts);
  const face = fonts.length ? ` and ${(sum(fonts) / 1024).toFixed(1)} KB of letters` : "";
  console.log(`${page}.html: ${(bytes / 1024).toFixed(1)} KB gzip at first load${face}`);
  if (bytes > MOST_FIRST_LOAD) {
    console.error(`${page}.html loads more than ${MOST_FIRST_LOAD / 1024} KB at first`);
    failed = true;
  }
}

// the map is not part of the shell: it is large, and shows nothing without a network
const shell = files(OUT)
  .map((it) => it.slice(OUT.length))
  .filter((it) => /\.(js|css|woff2)$/.test(it) && !/(CityMap|maplibre|load-|pseudo)/.test(it));
const version = createHash("sha256").update(shell.join()).update(PAGES.map((it) => text(`${it}.html`)).join()).digest("hex").slice(0, 12);
const worker = readFileSync("build/worker.js", "utf8")
  .replace("__VERSION__", version)
  .replace("__SHELL__", JSON.stringify(["/", "/kitchen", "/courier", "/operator", ...shell]));
writeFileSync(join(OUT, "sw.js"), worker);

for (const file of files(OUT).filter((it) => TEXT.test(it))) {
  const whole = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(whole, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
if (failed) process.exit(1);
