import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { myRestaurants } from "../api/kitchen";
import { signOut, user } from "../api/session";
import { useResource } from "../core/resource";
import { whenWords } from "../core/time";
import { Bone, Empty, Trouble, Waiting } from "../look/parts";
import { Icon } from "../pictures/Icon";
import { linkTo, mine } from "./place";
import { k } from "./words";

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const MOST_SHOWN = 200;

/// Which of one's restaurants this tab is for.
export function Choose() {
  const w = k();
  const sought = useSignal("");
  const all = useResource(`mine.${user.value?.user_id}`, () => myRestaurants(mine.value));
  useEffect(() => {
    document.title = `${w.choose.title} · goFOOD`;
  }, []);
  const words = plain(sought.value).split(/\s+/);
  const found = (all.data ?? []).filter((it) => words.every((word) => plain(`${it.name} ${it.address.text}`).includes(word)));
  return (
    <div class="k-page narrow stack">
      <div class="row between"><h1 tabIndex={-1}>{w.choose.title}</h1><button type="button" class="plain" onClick={() => void signOut()}>{w.nav.leave}</button></div>
      {all.failure && !all.data && <Trouble failure={all.failure} again={() => void all.reload()} />}
      {all.loading && <Waiting><div class="stack-s">{[1, 2, 3, 4, 5].map((it) => <Bone key={it} height={72} />)}</div></Waiting>}
      {all.data?.length === 0 && <Empty title={w.choose.none} text={w.choose.noneText} />}
      {all.data && all.data.length > 0 && (
        <>
          <div class="search"><Icon name="search" /><input class="input" type="search" aria-label={w.choose.search} placeholder={w.choose.search} value={sought.value} onInput={(event) => (sought.value = event.currentTarget.value)} /></div>
          <p class="soft small" role="status">{w.choose.count(found.length)}</p>
          {found.length === 0 && <Empty title={w.choose.nothing} text={w.choose.nothingText} />}
          <ul class="k-list">
            {found.slice(0, MOST_SHOWN).map((it) => (
              <li key={it.restaurant_id}>
                <a class="k-row" href={linkTo("", it.restaurant_id)}>
                  <span class="grow"><strong class="cut">{it.name}</strong><span class="soft small cut">{it.address.text}</span></span>
                  <span class={it.open_now ? "tag good" : "tag"}>{it.open_now ? w.choose.open : it.opens_at ? w.pace.opens(whenWords(it.opens_at)) : w.choose.closed}</span>
                  <Icon name="next" size={18} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
