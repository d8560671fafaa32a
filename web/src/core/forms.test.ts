import { beforeEach, expect, test } from "vitest";
import { inLanguage } from "../testing";
import { money, share, sum } from "./money";
import { countdown, distance, minutesUntil, range, roundUp, whenWords } from "./time";

const ZONE = "Europe/Monaco";
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

beforeEach(() => inLanguage("en"));

test("money is written as its reader writes it, with the decimals of its currency", async () => {
  expect(money(24.6, "EUR")).toBe("€24.60");
  expect(money(1200, "JPY")).toBe("¥1,200");
  await inLanguage("fr");
  expect(plain(money(1224.6, "EUR"))).toBe("1 224,60 €");
});

test("parts of money are whole coins", () => {
  expect(share(19.99, 15, "EUR")).toBe(3);
  expect(share(1999, 15, "JPY")).toBe(300);
  expect(sum([0.1, 0.2, -0.3])).toBe(0);
});

test("a range of times is one time when both are the same minute", () => {
  expect(range("2026-05-04T17:40:00Z", "2026-05-04T17:50:00Z", ZONE)).toMatch(/^0?7:40–0?7:50.PM$/);
  expect(range("2026-05-04T17:40:01Z", "2026-05-04T17:40:59Z", ZONE)).not.toContain("–");
});

test("times of arrival are rounded up, never promised too early", () => {
  expect(roundUp("2026-05-04T17:40:01Z", 5).toISOString()).toBe("2026-05-04T17:45:00.000Z");
  expect(roundUp("2026-05-04T17:45:00Z", 5).toISOString()).toBe("2026-05-04T17:45:00.000Z");
});

test("a day is told by its distance, in the place's own time", async () => {
  await inLanguage("fr");
  const late = "2026-05-04T21:30:00Z"; // 23:30 in Monaco
  expect(whenWords("2026-05-04T21:45:00Z", late, ZONE)).toBe("aujourd’hui à 23:45");
  expect(whenWords("2026-05-04T22:15:00Z", late, ZONE)).toBe("demain à 00:15");
  expect(whenWords("2026-05-08T16:30:00Z", late, ZONE)).toBe("vendredi à 18:30");
});

test("a countdown ends at nothing", () => {
  expect(countdown("2026-05-04T17:04:05Z", "2026-05-04T17:00:00Z")).toBe("4:05");
  expect(countdown("2026-05-04T17:00:00Z", "2026-05-04T17:04:00Z")).toBe("0:00");
  expect(minutesUntil("2026-05-04T17:00:01Z", "2026-05-04T17:00:00Z")).toBe(1);
});

test("distances are told as people say them", () => {
  expect(plain(distance(347))).toBe("350 m");
  expect(plain(distance(1234))).toBe("1.2 km");
});
