import { expect, test } from "vitest";
import { courierEn } from "./courier-en";
import { courierFr } from "./courier-fr";
import { kitchenEn } from "./kitchen-en";
import { kitchenFr } from "./kitchen-fr";

function leaves(words: object, at = ""): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [name, value] of Object.entries(words)) {
    const path = at ? `${at}.${name}` : name;
    if (typeof value === "object") for (const [deep, it] of leaves(value as object, path)) all.set(deep, it);
    else all.set(path, value);
  }
  return all;
}

test.each([["kitchen", kitchenEn, kitchenFr], ["courier", courierEn, courierFr]])("French says all that the %s reads in English, and takes as much", (_, en, fr) => {
  const [english, french] = [leaves(en), leaves(fr)];
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, value] of english) {
    if (typeof value !== "function") continue;
    const given = Array.from({ length: value.length }, (_, i) => `{${i}}`);
    const said = (french.get(path) as (...all: unknown[]) => string)(...given);
    const wanted = (value as (...all: unknown[]) => string)(...given);
    for (const one of given) if (wanted.includes(one)) expect(said, path).toContain(one);
  }
});

test("no word of theirs is empty", () => {
  for (const words of [kitchenEn, kitchenFr, courierEn, courierFr])
    for (const [path, value] of leaves(words))
      expect(typeof value === "function" ? value(2, "b") : value, path).toMatch(/\S/);
});
