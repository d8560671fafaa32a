import { beforeEach, expect, test } from "vitest";
import type { Delivery, Status } from "../../api/wire";
import { inLanguage, orderIn } from "../../testing";
import { isLate, STEPS, stepOf } from "../progress";
import { opening, sequel, whereabouts } from "./opening";

beforeEach(() => inLanguage("en"));

const ALL: Status[] = [
  "Placed", "Declined", "Scheduled", "Paid", "Received", "Preparing", "Complete", "PickedUp",
  "Delivered", "Rejected", "Cancelled",
];

test("every state opens with a sentence, in both languages", async () => {
  for (const language of ["en", "fr"] as const) {
    await inLanguage(language);
    for (const status of ALL) expect(opening(orderIn(status))).toMatch(/^\S.*\.$/);
  }
});

test("it says who acts", () => {
  expect(opening(orderIn("Preparing"))).toBe("Chez Edgar is cooking.");
  expect(opening(orderIn("PickedUp", { courier_name: "Karim" }))).toBe("Karim is on the way to you.");
});

test("while it comes, it says a range and the latest; afterwards the money", () => {
  const [range, latest] = sequel(orderIn("Preparing"));
  expect(range).toMatch(/^At your door .*–.*\.$/);
  expect(latest).toMatch(/^At the latest .*\.$/);
  expect(sequel(orderIn("Cancelled", { refunded: 24.6 }))).toEqual(["€24.60 goes back to you."]);
  expect(sequel(orderIn("Declined"))[0]).toContain("Nothing was charged");
});

test("the courier is told in words, for whoever sees no map", () => {
  const ride = (changes: Partial<Delivery>) =>
    ({ status: "PickedUp", courier_name: "Karim", courier_lat: 43.7336, courier_lon: 7.4286, ...changes }) as Delivery;
  expect(whereabouts(orderIn("PickedUp"), ride({}))).toMatch(/^Karim is 8\d0 m away from you\.$/);
  expect(whereabouts(orderIn("PickedUp"), ride({ courier_lon: 7.4187 }))).toBe("Karim is at your door.");
  expect(whereabouts(orderIn("Received"), ride({ status: "Assigned" }))).toBe("Karim is riding to Chez Edgar.");
  expect(whereabouts(orderIn("Delivered"), ride({}))).toBeNull();
});

test("the steps go forward only", () => {
  const way = (["Placed", "Paid", "Received", "Preparing", "Complete", "PickedUp", "Delivered"] as const).map(stepOf);
  expect(way).toEqual([...way].sort((a, b) => a - b));
  expect(stepOf("Delivered")).toBe(STEPS.length);
});

test("it is late once the latest has passed, and no more when it has ended", () => {
  const after = Date.parse("2026-05-04T17:59:00Z");
  expect(isLate(orderIn("Preparing"), after)).toBe(true);
  expect(isLate(orderIn("Preparing"), after - 120_000)).toBe(false);
  expect(isLate(orderIn("Delivered"), after)).toBe(false);
});

test("what was promised and what will be are never said against each other", () => {
  const eta = (to: string) => ({ from: "2026-05-04T17:50:00Z", to });
  expect(sequel(orderIn("Preparing", { eta: eta("2026-05-04T17:58:40Z") }))).toHaveLength(1);
  expect(sequel(orderIn("Preparing", { eta: eta("2026-05-04T18:20:00Z") }))[1]).toContain("longer than we said");
});

test("of an order that came to nothing it says what was charged and what is kept", () => {
  const step = (status: Status) => ({ step: 1, status, at: "2026-05-04T17:20:00Z", by: "restaurant 7", why: null, code: null, trace_id: null });
  const timeline = [step("Placed"), step("Paid"), step("Received"), step("Cancelled")];
  expect(sequel(orderIn("Cancelled", { timeline: timeline.slice(0, 2) }))).toEqual(["Nothing was charged."]);
  expect(sequel(orderIn("Cancelled", { timeline }))).toEqual(["What is yours is on its way back to you."]);
  expect(sequel(orderIn("Cancelled", { timeline, refunded: 4.6 }))).toEqual(["€4.60 goes back to you.", "€20.00 is kept for what was begun."]);
  expect(sequel(orderIn("Cancelled", { timeline, pay_by: "cash" }))).toEqual(["Nothing was charged."]);
});
