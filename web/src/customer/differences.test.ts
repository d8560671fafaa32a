import { expect, test } from "vitest";
import { Failure } from "../api/failure";
import type { NewOrder, Quote } from "../api/wire";
import { differences, lostLines, offered, possible } from "./differences";

const line = (n: number, name: string) => ({ line: n, item_id: `30${n}`, name, quantity: 1, options: [], note: null, price: 12, vat_percent: 10 });
const shown = { items: [line(1, "Pizza"), line(2, "Soup")] } as unknown as Quote;
const asked: NewOrder = {
  restaurant_id: 7,
  items: [{ item_id: "301", quantity: 1 }, { item_id: "302", quantity: 1 }],
  address: { lat: 43.7, lon: 7.4, text: "12 Rue Grimaldi" },
  promotion: "BONJOUR",
};
const change = (code: string, more: object = {}) => ({ code, what: "", line: null, item_id: null, before: null, after: null, ...more });
const refused = (changes: object[], more: object = {}) => new Failure(409, "quote_changed", { changes, ...more });

test("what has changed is told by the server's own list, with the names that were shown", () => {
  const failure = refused([
    change("sold_out", { line: 2 }),
    change("price", { line: 1, before: 12, after: 13 }),
    change("delivery_fee", { before: 2, after: 2.5 }),
    change("promotion_over"),
    change("total", { before: 26, after: 15.5 }),
  ]);
  expect(differences(failure, shown)).toEqual([
    { kind: "lost", name: "Soup" },
    { kind: "price", name: "Pizza", before: 12, after: 13 },
    { kind: "part", part: "delivery_fee", before: 2, after: 2.5 },
    { kind: "code" },
  ]);
});

test("to agree is to order what the new quote holds, without what can't be had", () => {
  const gone = refused([change("sold_out", { line: 1 }), change("promotion_over")]);
  expect(possible(asked, gone)).toEqual({ restaurant_id: 7, address: asked.address, items: [{ item_id: "302", quantity: 1 }] });
  expect([...lostLines(gone)]).toEqual([0]);
  const dearer = refused([change("price", { line: 1, before: 12, after: 13 })]);
  expect(possible(asked, dearer)).toEqual(asked);
});

test("a closed kitchen offers nothing, and says until when", () => {
  const closed = refused([change("restaurant_closed")], { opens_at: "2026-05-04T16:30:00Z" });
  expect(offered(closed)).toBeNull();
  const [only] = differences(closed, shown);
  expect(only).toMatchObject({ kind: "other", failure: { code: "restaurant_closed" } });
  expect(only?.kind === "other" && only.failure.text("opens_at")).toBe("2026-05-04T16:30:00Z");
});
