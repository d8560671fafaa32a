import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Pace, Tagged } from "../api/kitchen";
import { signOut } from "../api/session";
import type { Menu } from "../api/wire";
import { choose, language } from "../core/i18n";
import type { Resource } from "../core/resource";
import { go } from "../core/router";
import { untilWords, whenWords } from "../core/time";
import { Icon, type IconName } from "../pictures/Icon";
import { Logo } from "../pictures/scenes";
import { countUnread, unread } from "../inbox/unread";
import { lazySheet } from "../look/lazySheet";
import { audible, soundOn, unlock } from "./board/bell";
import { linkTo, mine, type Page, pageNow } from "./place";
import { pausedUntil } from "./usePace";
import { k } from "./words";

const Inbox = lazySheet(() => import("../inbox/Inbox").then((it) => it.Inbox));
const PaceSheet = lazySheet(() => import("./PaceSheet").then((it) => it.PaceSheet));

const PAGES: [Page, "board" | "menu" | "hours" | "money", IconName][] = [
  ["", "board", "pot"], ["menu", "menu", "list"], ["hours", "hours", "clock"], ["money", "money", "cash"],
];

interface Props { restaurant: number; menu: Resource<Menu>; pace: Resource<Tagged<Pace>> }

export function Header({ restaurant, menu, pace }: Props) {
  const pacing = useSignal(false);
  const reading = useSignal(false);
  useEffect(countUnread, []);
  const w = k();
  const it = menu.data;
  const many = mine.value === null || mine.value.length > 1;
  const other = language.value === "fr" ? "en" : "fr";
  const sounding = soundOn.value && audible.value;
  const toggleSound = () => {
    if (sounding) soundOn.value = false;
    else {
      soundOn.value = true;
      void unlock();
    }
  };
  const leave = () => void signOut().then(() => go("/kitchen", { replace: true }));
  return (
    <header class="k-top">
      <div class="k-bar">
        <a class="k-brand" href={linkTo("", restaurant)} aria-label="goFOOD"><Logo /></a>
        <div class="k-name">
          {many ? (
            <a href="/kitchen?at=choose" class="k-switch" title={w.nav.other}><strong class="cut">{it?.name ?? "…"}</strong><span class="hidden">, {w.nav.other}</span><Icon name="down" size={16} /></a>
          ) : <strong class="cut">{it?.name ?? "…"}</strong>}
        </div>
        <button type="button" class={`k-pace ${it?.open_now ? "good" : "late"}`} disabled={!it} onClick={() => (pacing.value = true)}>
          <span class="k-dot" aria-hidden="true" />
          <span class="cut">{it ? stateOf(it, pace.data?.value ?? null) : "…"}</span>
          <Icon name="down" size={16} />
        </button>
        <nav class="k-nav" aria-label={w.nav.main}>
          {PAGES.map(([page, name, icon]) => (
            <a key={name} href={linkTo(page, restaurant)} aria-current={pageNow.value === page ? "page" : undefined}><Icon name={icon} size={20} /><span>{w.nav[name]}</span></a>
          ))}
        </nav>
        <div class="k-tools">
          <button type="button" class="round with-unread" aria-label={w.inbox.open(unread.value)} title={w.inbox.title} onClick={() => (reading.value = true)}><Icon name="mail" />{unread.value > 0 && <span class="unread" aria-hidden="true">{unread.value > 99 ? "99+" : unread.value}</span>}</button>
          <button type="button" class="round" aria-pressed={sounding} aria-label={sounding ? w.sound.on : w.sound.off} title={sounding ? w.sound.on : w.sound.off} onClick={toggleSound}><Icon name={sounding ? "bell" : "mute"} /></button>
          <button type="button" class="round k-lang" lang={other} aria-label={other === "fr" ? "FR, Français" : "EN, English"} onClick={() => void choose(other)}>{other.toUpperCase()}</button>
          <button type="button" class="round" aria-label={w.nav.leave} title={w.nav.leave} onClick={leave}><Icon name="out" /></button>
        </div>
      </div>
      {reading.value && <Inbox words={w.inbox} onClose={() => (reading.value = false)} />}
      {pacing.value && it && <PaceSheet menu={it} pace={pace} onSaved={() => void menu.reload()} onClose={() => (pacing.value = false)} />}
    </header>
  );
}

/// How customers find it now, and why.
function stateOf(menu: Menu, pace: Pace | null): string {
  const w = k().pace;
  if (menu.open_now) return pace && pace.extra_minutes > 0 ? `${w.open} · ${w.busy(pace.extra_minutes)}` : w.open;
  const paused = pausedUntil(pace);
  if (paused) return w.paused(untilWords(paused));
  return menu.opens_at ? w.opens(whenWords(menu.opens_at)) : w.closed;
}
