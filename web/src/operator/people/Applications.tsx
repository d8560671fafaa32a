import { useSignal } from "@preact/signals";
import { applications } from "../../api/watch";
import type { Applicant } from "../../api/wire-watch";
import { t } from "../../core/i18n";
import { now, whenWords } from "../../core/time";
import { usePages } from "../desk/pages";
import { Refusal } from "../parts";
import { ApplicationSheet } from "./ApplicationSheet";
import { d } from "../words";

/// Who wants to ride for us, or to sell: those who have waited longest first.
export function Applications({ onAnswered }: { onAnswered: () => void }) {
  const w = d().applications;
  const open = useSignal<Applicant | null>(null);
  const list = usePages("applications", async (cursor) => {
    const page = await applications(cursor);
    return { found: page.applications, next: page.next_cursor };
  });
  const all = list.found ?? [];
  const answered = (it: Applicant) => {
    list.change((before) => before.filter((one) => one !== it));
    onAnswered();
  };
  if (!all.length) return list.failure ? <Refusal failure={list.failure} again={() => void list.reload()} /> : null;
  return (
    <section class="panel stack-s waiting">
      <h2>{w.title(all.length)}</h2>
      <ul class="lines">
        {all.map((it) => (
          <li key={`${it.user_id} ${it.role}`} class="row between wrap">
            <span class="grow"><strong>{it.name}</strong> <span class="tag">{w.wants[it.role]}</span><span class="block measure">{it.text}</span><span class="block soft small">{it.email && `${it.email} · `}{whenWords(it.at, now.value)}</span></span>
            <button type="button" class="button small" onClick={() => (open.value = it)}>{w.answer}<span class="hidden"> {it.name}</span></button>
          </li>
        ))}
      </ul>
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
      {open.value && <ApplicationSheet applicant={open.value} onClose={() => (open.value = null)} onAnswered={answered} />}
    </section>
  );
}
