import { expect, test } from "vitest";
import { dish, menuOf } from "../../testing";
import { changes, draftOf, findDraft, groupsAreGood, merge, price } from "./draft";

const base = draftOf(dish("1", 12), "Mains");

test("only what differs is sent", () => {
  expect(changes(base, { ...base, price: 13 })).toEqual({ price: 13 });
  expect(changes(base, { ...base })).toEqual({});
});

test("what only one of two people changed counts", () => {
  const merged = merge(base, { ...base, price: 13 }, { ...base, name: "Stew", allergens: ["milk"] });
  expect(merged.draft).toMatchObject({ price: 13, name: "Stew", allergens: ["milk"] });
  expect(merged.conflicts).toEqual([]);
});

test("what both changed has to be chosen, unless they agree", () => {
  const both = merge(base, { ...base, price: 13, name: "Stew" }, { ...base, price: 14, name: "Stew" });
  expect(both.conflicts).toEqual(["price"]);
  expect(both.draft.price).toBe(13);
});

test("a dish is found with its section, or is gone", () => {
  const menu = menuOf(dish("1", 12));
  expect(findDraft(menu, "1")?.section).toBe("All");
  expect(findDraft(menu, "2")).toBeNull();
});

test("prices are read with a point or a comma", () => {
  expect(price("12,50")).toBe(12.5);
  expect(price(" 12.5 ")).toBe(12.5);
  for (const bad of ["", "-1", "1e3", "12,5,0", "abc"]) expect(price(bad)).toBeNaN();
});

test("a choice needs a name, options and numbers that fit", () => {
  const group = { name: "Size", min: 1, max: 1, options: [{ name: "Large", price: 2 }] };
  expect(groupsAreGood({ ...base, option_groups: [group] })).toBe(true);
  for (const bad of [{ name: " " }, { options: [] }, { min: 2 }, { options: [{ name: "", price: 0 }] }])
    expect(groupsAreGood({ ...base, option_groups: [{ ...group, ...bad }] })).toBe(false);
});
