import { expect, test } from "vitest";
import { deskEn } from "./desk-en";
import { deskFr } from "./desk-fr";
import { operatorEn } from "./operator-en";
import { operatorFr } from "./operator-fr";
import { d, o, speakToOperators, wantDeskWords } from "./words";

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

test.each([["near", operatorEn, operatorFr], ["far", deskEn, deskFr]])("French tells operators everything that English tells them (%s)", (_, english, other) => {
  const french = leaves(other);
  expect([...french.keys()].sort()).toEqual([...leaves(english).keys()].sort());
  for (const [path, value] of leaves(english)) {
    const told = said(french.get(path));
    expect(told, path).toMatch(/\S/);
    for (const [given] of said(value).matchAll(/\{\d\}/g)) expect(told, path).toContain(given);
  }
});

test("no word of the desk hides one of the live city", () => {
  expect(Object.keys(deskEn).filter((it) => it in operatorEn)).toEqual([]);
});

test("the pseudo-locale reaches the operator's words too", async () => {
  await wantDeskWords();
  await speakToOperators("pseudo");
  expect(o().hand).toMatch(/^\[.+~]$/);
  expect(d().cancel.do).toMatch(/^\[.+~]$/);
});
