import { expect, test } from "vitest";
import { Failure } from "../../api/failure";
import { orderIn } from "../../testing";
import { costNow, whyCost } from "./cancelling";

const cost = (charged: number, code: Parameters<typeof whyCost>[1]["code"] = null) => ({ charged, returned: 24.6 - charged, currency: "EUR", why: "", code });

test("the service says why it costs what it costs", () => {
  expect(whyCost(orderIn("Received"), cost(10, "cooking"))).toBe("cooking");
});

test("where a refusal doesn't say why, the order does", () => {
  expect(whyCost(orderIn("Paid"), cost(0))).toBe("not_begun");
  expect(whyCost(orderIn("Received"), cost(0))).toBe("just_confirmed");
  expect(whyCost(orderIn("Received"), cost(10))).toBe("confirmed");
  expect(whyCost(orderIn("Preparing"), cost(20))).toBe("cooking");
});

test("a refusal for its cost tells the new one, in the order's money; another doesn't", () => {
  const refused = new Failure(409, "cost_changed", { charged: 2000, returned: 460, reason_code: "cooking" });
  expect(costNow(refused, "JPY")).toMatchObject({ charged: 2000, returned: 460, currency: "JPY", code: "cooking" });
  expect(costNow(new Failure(409, "wrong_state"), "EUR")).toBeNull();
});
