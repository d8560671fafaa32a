import { t } from "../core/i18n";
import { now, whenWords } from "../core/time";
import { Bone, Empty, Waiting } from "../look/parts";
import { Sheet } from "../look/Sheet";
import { kindWords, markRead, notices, older, readOlder, unread } from "./live/notices";
import { Refusal, useAct } from "./parts";
import { o } from "./words";

/// What the platform has told operators, newest first.
export function NoticeSheet({ onClose }: { onClose: () => void }) {
  const w = o().notices;
  const { busy, failure, run } = useAct();
  const all = notices.value;
  return (
    <Sheet title={w.title} onClose={onClose} broad foot={unread.value > 0 && <button type="button" class="button grow" disabled={busy.value} onClick={() => void run(markRead)}>{w.read}</button>}>
      <Refusal failure={failure.value} />
      {!all && <Waiting><div class="stack-s"><Bone height={56} /><Bone height={56} /><Bone height={56} /></div></Waiting>}
      {all?.length === 0 && <Empty title={w.none} text={w.noneText} />}
      <ul class="lines">
        {all?.map((it) => (
          <li key={it.notification_id} class="notice">
            <span class={it.read ? "dot" : "dot fresh"}><span class="hidden">{it.read ? "" : w.fresh}</span></span>
            <span class="grow">
              <strong>{kindWords(it.kind)}</strong>
              <span class="block soft small">{it.text}</span>
            </span>
            <span class="soft small number">{whenWords(it.at, now.value)}</span>
            {it.kind.startsWith("alert.") && <a class="button small" href="/operator/alerts" onClick={onClose}>{o().toAlerts}</a>}
            {it.order_id !== null && it.order_id > 0 && <a class="button small" href={`/operator/order-${it.order_id}`} onClick={onClose}>{t().order.title(it.order_id)}</a>}
          </li>
        ))}
      </ul>
      {older.value && <button type="button" class="button wide" disabled={busy.value} onClick={() => void run(readOlder)}>{w.older}</button>}
    </Sheet>
  );
}
