import { beforeEach, expect, test } from "vitest";
import { inLanguage } from "../../testing";
import { declinedWords, whyWords } from "./why";

beforeEach(() => inLanguage("fr"));

test("a code is told in the reader's language, somebody's own words as they are", () => {
  expect(whyWords({ code: "restaurant_silent", why: "The restaurant did not answer." })).toBe("La cuisine n’a pas répondu à temps.");
  expect(whyWords({ code: null, why: "The oven is broken." })).toBe("The oven is broken.");
  expect(whyWords({ code: null, why: "insufficient_funds" })).toBe("La provision de la carte ne suffisait pas.");
  expect(whyWords({ code: null, why: null })).toBeNull();
});

test("a declined payment says what to do, also for a reason that is new to us", () => {
  expect(declinedWords({ code: "expired_card", why: "" })).toContain("expiré");
  expect(declinedWords({ code: "authentication_required", why: "" })).toContain("banque");
  expect(declinedWords(undefined)).toContain("Essayez une autre carte");
});
