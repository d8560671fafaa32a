import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../../api/failure";
import type { News } from "../../api/news";
import { whenWords } from "../../core/time";
import { Bone, Empty, Trouble, Waiting } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { Icon, type IconName } from "../../pictures/Icon";
import { c } from "../words";
import { loadNews, loadOlder, markAll, markOne, news, older, unread } from "./news";
import "../css/news.css";

export function NewsSheet({ onClose }: { onClose: () => void }) {
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const w = c().inbox;
  const run = async (work: () => Promise<void>) => {
    busy.value = true;
    failure.value = null;
    try {
      await work();
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  useEffect(() => void run(loadNews), []);
  const all = news.value;
  return (
    <Sheet title={w.title} onClose={onClose} foot={unread.value > 0 && <button type="button" class="button grow" disabled={busy.value} onClick={() => void run(markAll)}>{w.read}</button>}>
      {failure.value && <Trouble failure={failure.value} again={() => void run(loadNews)} />}
      {!all && !failure.value && <Waiting><div class="stack-s"><Bone height={64} /><Bone height={64} /><Bone height={64} /></div></Waiting>}
      {all?.length === 0 && <Empty title={w.none} text={w.noneText} />}
      <ul class="news">{all?.map((it) => <li key={it.notification_id}><Row it={it} onClose={onClose} /></li>)}</ul>
      {older.value && <button type="button" class="button wide spaced" disabled={busy.value} onClick={() => void run(loadOlder)}>{w.older}</button>}
    </Sheet>
  );
}

const ICONS: [RegExp, IconName][] = [[/deliver|picked/, "bike"], [/refund|paid|payment|receipt/, "wallet"], [/declin|reject|cancel|refus|fail/, "info"], [/prepar|receiv|cook|complete/, "pot"]];
const iconOf = (kind: string): IconName => ICONS.find(([word]) => word.test(kind))?.[1] ?? "bell";

function Row({ it, onClose }: { it: News; onClose: () => void }) {
  const inside = (
    <>
      <span class={it.read ? "news-icon" : "news-icon fresh"}><Icon name={iconOf(it.kind)} size={20} /></span>
      <span class="grow"><span class={it.read ? "" : "strong"}>{it.text}</span>{!it.read && <span class="hidden"> ({c().inbox.fresh})</span>}<span class="soft small news-at">{whenWords(it.at)}</span></span>
    </>
  );
  const read = () => void markOne(it.notification_id).catch(() => undefined);
  return it.order_id
    ? <a class="news-row" href={`/o/${it.order_id}`} onClick={() => { read(); onClose(); }}>{inside}<Icon name="next" size={18} /></a>
    : <button type="button" class="news-row" onClick={read}>{inside}</button>;
}
