import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Failure } from "../api/failure";
import { type News, readNews, readUpTo } from "../api/news";
import { language } from "../core/i18n";
import { useResource } from "../core/resource";
import { whenWords } from "../core/time";
import { Bone, Empty, Trouble, Waiting } from "../look/parts";
import { Sheet } from "../look/Sheet";
import { unread } from "./unread";
import "./inbox.css";

export interface InboxWords { title: string; none: string; noneText: string; more: string; fresh: string; open: (n: number) => string }

/// The messages of somebody who works here, newest first, in their language; to open it is to read them.
export function Inbox({ words: w, onClose }: { words: InboxWords; onClose: () => void }) {
  const first = useResource(`inbox.${language.value}`, () => readNews());
  const added = useSignal<{ all: News[]; cursor: string | null } | null>(null);
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const cursor = added.value ? added.value.cursor : (first.data?.next_cursor ?? null);
  const all = [...(first.data?.notifications ?? []), ...(added.value?.all ?? [])];
  useEffect(() => {
    if (first.data) void readUpTo().then((left) => (unread.value = left), () => undefined);
  }, [first.data !== null]);
  const further = async () => {
    busy.value = true;
    failure.value = null;
    try {
      const page = await readNews(cursor);
      added.value = { all: [...(added.value?.all ?? []), ...page.notifications], cursor: page.next_cursor };
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet title={w.title} onClose={onClose}>
      {first.loading && <Waiting><div class="stack-s">{[1, 2, 3, 4].map((it) => <Bone key={it} height={60} />)}</div></Waiting>}
      {first.failure && !first.data && <Trouble failure={first.failure} again={() => void first.reload()} />}
      {first.data && all.length === 0 && <Empty title={w.none} text={w.noneText} />}
      <ul class="inbox">
        {all.map((it) => <li key={it.notification_id} class={it.read ? "" : "fresh"}><p>{!it.read && <span class="hidden">{w.fresh}: </span>}{it.text}</p><p class="soft small">{whenWords(it.at)}</p></li>)}
      </ul>
      {failure.value && <Trouble failure={failure.value} />}
      {cursor && <button type="button" class="button" disabled={busy.value} aria-busy={busy.value} onClick={() => void further()}>{w.more}</button>}
    </Sheet>
  );
}
