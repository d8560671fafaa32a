import { expect, test } from "vitest";
import { Failure } from "../api/failure";
import { BY_CODE, explain } from "../core/explain";
import { preferred } from "../core/i18n";
import { inLanguage } from "../testing";
import { en } from "./en";
import { fr } from "./fr";
import { pseudo } from "./pseudo";

function leaves(words: object, at = ""): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [name, value] of Object.entries(words)) {
    const path = at ? `${at}.${name}` : name;
    if (typeof value === "object") for (const [deep, it] of leaves(value, path)) all.set(deep, it);
    else all.set(path, value);
  }
  return all;
}

test("French says everything that English says, and takes as much", () => {
  const english = leaves(en);
  const french = leaves(fr);
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, value] of english)
    if (typeof value === "function") {
      const given = Array.from({ length: value.length }, (_, i) => `{${i}}`);
      const said = (french.get(path) as (...all: unknown[]) => string)(...given);
      const wanted = (value as (...all: unknown[]) => string)(...given);
      for (const one of given) if (wanted.includes(one)) expect(said, path).toContain(one);
    }
});

test("nothing is empty, and nothing says oops", () => {
  for (const words of [en, fr])
    for (const [path, value] of leaves(words)) {
      const said = typeof value === "function" ? value(2, "b", "c") : value;
      expect(said, path).toMatch(/\S/);
      expect(said, path).not.toMatch(/oops|oups|undefined/i);
    }
});

test("the pseudo-locale is longer than English everywhere", () => {
  const english = leaves(en);
  for (const [path, value] of leaves(pseudo)) {
    const [said, meant] = [value, english.get(path)].map((it) => (typeof it === "function" ? it(2, "b", "c") : it));
    expect(said.length, path).toBeGreaterThan(meant.length);
  }
});

test("the language is the one asked for, else chosen, else the browser's", () => {
  expect(preferred("?lang=fr", "en", ["en"])).toBe("fr");
  expect(preferred("", "fr", ["en"])).toBe("fr");
  expect(preferred("", null, ["de-CH", "fr-CH", "en"])).toBe("fr");
  expect(preferred("?lang=xx", "yy", ["it"])).toBe("en");
});

test("every code has a sentence, in every language", async () => {
  for (const language of ["en", "fr", "pseudo"] as const) {
    await inLanguage(language);
    for (const code of Object.keys(BY_CODE)) expect(explain(new Failure(409, code)), code).toMatch(/\.|]$/);
    for (const status of [0, 400, 401, 403, 404, 418, 422, 429, 500, 503])
      expect(explain(new Failure(status, "never_heard_of"))).toMatch(/\.|]$/);
  }
});

test("what the problem says more is told", async () => {
  await inLanguage("en");
  const below = new Failure(422, "below_minimum", { missing: 3.5 });
  expect(explain(below, "EUR")).toBe("€3.50 more to the minimum order.");
  expect(explain(new Failure(409, "restaurant_closed"))).toBe("The kitchen is closed now.");
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  expect(explain(new Failure(409, "restaurant_closed", { opens_at: tomorrow }))).toContain("tomorrow");
});
