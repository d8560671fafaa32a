import type { PayBy, Problem } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { Note } from "../../look/parts";

/// What came of something reported: money, a no, or patience.
export function Outcome({ problem, payBy }: { problem: Problem; payBy: PayBy }) {
  const w = t().problem;
  const given = problem.status === "Refunded";
  return (
    <Note tone={given ? "good" : ""} icon={given ? "check" : "info"}>
      <strong>{w[problem.kind]}</strong>
      {given && <p>{w.refunded(money(problem.refund, problem.currency))} {t().shop.goesTo[payBy]}</p>}
      {problem.status === "Open" && <p>{w.open}</p>}
      {problem.status === "Refused" && <p>{w.refused} {problem.answer}</p>}
    </Note>
  );
}
