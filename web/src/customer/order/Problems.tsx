import type { PayBy, Problem } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Note } from "../../look/parts";
import { c } from "../words";

/// What came of something reported: money, a no, or patience.
export function Outcome({ problem, payBy }: { problem: Problem; payBy: PayBy }) {
  const w = t().problem;
  const given = problem.status === "Refunded";
  return (
    <Note tone={given ? "good" : ""} icon={given ? "check" : "info"}>
      <strong>{w[problem.kind]}</strong>
      {problem.code && problem.code !== "looked_into" && <p>{c().answer[problem.code]}</p>}
      {given && <p>{w.refunded(money(problem.refund, problem.currency))} {t().shop.goesTo[payBy]}</p>}
      {problem.status === "Open" && problem.code !== "refund_failed" && <p>{c().answer.looked_into}</p>}
      {problem.status !== "Open" && !problem.code && <p>{problem.status === "Refused" ? `${w.refused} ${problem.answer}` : `“${problem.answer}”`}</p>}
    </Note>
  );
}
