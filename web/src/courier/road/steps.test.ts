import { expect, test } from "vitest";
import { ride } from "../testing";
import { batches, nextStep, statusOf, take, type Taken, without } from "./steps";

const did = (id: number, step: Taken["step"], at = "2026-05-04T17:20:00Z", proof?: Taken["proof"]): Taken => ({ delivery_id: id, step, at, ...(proof ? { proof } : {}) });

test("a step counts for its courier before the platform knows of it", () => {
  expect(statusOf(ride(1, "Assigned"), [])).toBe("Assigned");
  expect(statusOf(ride(1, "Assigned"), [did(1, "arrive"), did(1, "pickup")])).toBe("PickedUp");
  expect(statusOf(ride(1, "Assigned"), [did(2, "deliver")])).toBe("Assigned");
});

test("what the platform knows better counts", () => {
  expect(statusOf(ride(1, "AtDoor"), [did(1, "arrive")])).toBe("AtDoor");
  expect(statusOf(ride(1, "Cancelled"), [did(1, "arrive")])).toBe("Cancelled");
});

test("each standing has one next step, the end has none", () => {
  expect(["Assigned", "AtRestaurant", "PickedUp", "AtDoor", "Delivered"].map((it) => nextStep(it as "Assigned"))).toEqual(["arrive", "pickup", "arrive-door", "deliver", null]);
});

test("a thumb that taps twice takes one step, with the time of the first", () => {
  const once = take([], did(1, "arrive"));
  expect(take(once, did(1, "arrive", "2026-05-04T17:20:01Z"))).toEqual(once);
  const wrong = take([], did(1, "deliver", "2026-05-04T17:30:00Z", { pin: "1" }));
  expect(take(wrong, did(1, "deliver", "2026-05-04T17:31:00Z", { pin: "2" })).map((it) => it.proof?.pin)).toEqual(["2"]);
});

test("steps go in one request for each ride, and a photo waits until the door is told", () => {
  const all = [did(1, "pickup"), did(2, "pickup"), did(1, "arrive-door"), did(1, "deliver", "2026-05-04T17:40:00Z", { photo: true })];
  expect(batches(all).map((it) => [it.delivery_id, it.photo, it.steps.map((one) => one.step)])).toEqual([
    [1, false, ["pickup", "arrive-door"]], [1, true, ["deliver"]], [2, false, ["pickup"]],
  ]);
});

test("what was told is forgotten, what came meanwhile stays", () => {
  const all = [did(1, "arrive"), did(1, "pickup", "2026-05-04T17:25:00Z")];
  expect(without(all, [did(1, "arrive")]).map((it) => it.step)).toEqual(["pickup"]);
});
