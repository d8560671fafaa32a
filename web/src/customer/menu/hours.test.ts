import { expect, test } from "vitest";
import { inLanguage } from "../../testing";
import { cuisineWords } from "../cuisine";
import { spanWords } from "./HoursSheet";

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, " ");

test("hours are read as the reader reads a clock; as long as a day is all day", async () => {
  await inLanguage("fr");
  expect(plain(spanWords({ opens: "11:30", closes: "14:00" }))).toBe("11:30–14:00");
  expect(plain(spanWords({ opens: "18:00", closes: "02:00" }))).toBe("18:00–02:00");
  expect(spanWords({ opens: "00:00", closes: "00:00" })).toBe("Toute la journée");
});

test("what a kitchen cooks is told in the reader's language as far as we know the word", async () => {
  await inLanguage("fr");
  expect(cuisineWords("french, coffee shop")).toBe("Français, Café");
  expect(cuisineWords("socca")).toBe("Socca");
});
