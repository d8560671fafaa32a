import { useSignal } from "@preact/signals";
import { problems } from "../../api/operate";
import type { Reported } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { filter, query } from "../../core/router";
import { now, whenWords } from "../../core/time";
import { Bone, Empty, Waiting } from "../../look/parts";
import { sweep } from "../live/city";
import { DeskPage, Refusal } from "../parts";
import { usePages } from "./pages";
import { ResolveSheet } from "./ResolveSheet";
import { d } from "../words";

const STATES = ["Open", "Refunded", "Refused"] as const;

/// What a rule answered is told by its code; what an operator wrote stays as it is.
const answerOf = ({ code, answer }: Reported): string => (code ? d().code[code] : answer);

/// What customers reported and no rule could settle by itself.
export function Problems() {
  const w = d().problems;
  const state = STATES.find((it) => it === query.value.get("status")) ?? "Open";
  const list = usePages(state, async (cursor) => {
    const page = await problems(state, cursor);
    return { found: page.problems, next: page.next_cursor };
  });
  const open = useSignal<Reported | null>(null);
  return (
    <DeskPage title={w.title} lead={w.lead}>
      <div class="chips" role="group" aria-label={w.title}>
        {STATES.map((it) => <button key={it} type="button" class="chip" aria-pressed={state === it} onClick={() => filter({ status: it === "Open" ? null : it })}>{w.status[it]}</button>)}
      </div>
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {!list.found && !list.failure && <Waiting><div class="stack-s"><Bone height={92} /><Bone height={92} /></div></Waiting>}
      {list.found?.length === 0 && <Empty title={w.none} text={w.noneText} />}
      <ul class="stack-s">
        {list.found?.map((it) => (
          <li key={it.problem_id} class="panel row wrap between">
            <div class="grow">
              <p><strong>{t().problem[it.kind]}</strong> <span class="soft small">· {whenWords(it.created_at, now.value)}</span></p>
              {it.text && <p class="measure">{it.text}</p>}
              {it.status !== "Open" && <p class="soft small">{it.refund > 0 && `${money(it.refund, it.currency)} · `}{answerOf(it)}</p>}
            </div>
            <a class="button small" href={`/operator/order-${it.order_id}`}>{t().order.title(it.order_id)}</a>
            {it.status === "Open" && <button type="button" class="button small main" onClick={() => (open.value = it)}>{w.resolve}</button>}
          </li>
        ))}
      </ul>
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
      {open.value && (
        <ResolveSheet problem={open.value} onClose={() => (open.value = null)} onDone={(id) => {
          list.change((all) => all.filter((it) => it.problem_id !== id));
          void sweep();
        }} />
      )}
    </DeskPage>
  );
}
