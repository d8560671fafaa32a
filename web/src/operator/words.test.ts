import { expect, test } from "vitest";
import { operatorEn } from "./operator-en";
import { operatorFr } from "./operator-fr";
import { o, speakToOperators } from "./words";

function leaves(words: object, at = ""): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [name, value] of Object.entries(words)) {
    const path = at ? `${at}.${name}` : name;
    if (typeof value === "object") for (const [deep, it] of leaves(value, path)) all.set(deep, it);
    else all.set(path, value);
  }
  return all;
}

const said = (value: unknown) =>
  String(typeof value === "function" ? value(...Array.from({ length: value.length }, (_, i) => `{${i}}`)) : value);

test("French tells operators everything that English tells them", () => {
  const french = leaves(operatorFr);
  expect([...french.keys()].sort()).toEqual([...leaves(operatorEn).keys()].sort());
  for (const [path, value] of leaves(operatorEn)) {
    const other = said(french.get(path));
    expect(other, path).toMatch(/\S/);
    for (const [given] of said(value).matchAll(/\{\d\}/g)) expect(other, path).toContain(given);
  }
});

test("the pseudo-locale reaches the operator's words too", async () => {
  await speakToOperators("pseudo");
  expect(o().cancel.do).toMatch(/^\[.+~]$/);
});
