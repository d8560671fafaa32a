import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { match, path } from "../../core/router";
import { Icon } from "../../pictures/Icon";
import { quietly } from "../lazy";
import { c } from "../words";
import { news, readAbout, unread, watchNews } from "./news";

const NewsSheet = quietly(() => import("./NewsSheet").then((it) => it.NewsSheet));

/// How much one has not read yet, for whoever we know.
export function Bell() {
  const open = useSignal(false);
  useEffect(watchNews, []);
  const order = Number(match("/o/:id", path.value)?.id ?? 0);
  const fresh = news.value?.some((it) => it.order_id === order && !it.read) ?? false;
  useEffect(() => {
    if (fresh && !document.hidden) void readAbout(order).catch(() => undefined);
  }, [order, fresh]);
  const w = c().inbox;
  const count = unread.value;
  return (
    <>
      <button type="button" class="top-link bell" onClick={() => (open.value = true)}>
        <Icon name="bell" /><span>{w.title}{count > 0 && <span class="hidden">, {w.unread(count)}</span>}</span>
        {count > 0 && <span class="badge" aria-hidden="true">{count > 99 ? "99+" : count}</span>}
      </button>
      {open.value && <NewsSheet onClose={() => (open.value = false)} />}
    </>
  );
}
