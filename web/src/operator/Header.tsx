import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../core/i18n";
import { path } from "../core/router";
import { Icon } from "../pictures/Icon";
import { Logo } from "../pictures/scenes";
import { city } from "./live/city";
import { unread } from "./live/notices";
import { later } from "./later";
import { PAGES, pathOf } from "./pages";
import { Strips } from "./watch/Strips";
import { o } from "./words";

const MenuSheet = later(() => import("./MenuSheet").then((it) => it.MenuSheet));
const NoticeSheet = later(() => import("./NoticeSheet").then((it) => it.NoticeSheet));
const FindSheet = later(() => import("./FindSheet").then((it) => it.FindSheet));

/// Alerts belong to health.
export const isHere = (to: string): boolean => path.value.replace(/\.html$/, "").replace("/alerts", "/health") === to;

const IDLE_MS = 1500;

type Opened = "notices" | "menu" | "find" | null;

/// Where one is, what waits, and what is wrong; it stays on top.
export function Header() {
  const open = useSignal<Opened>(null);
  const w = o();
  const close = () => (open.value = null);
  const here = PAGES.find(([name]) => isHere(pathOf(name)));
  const order = /^\/operator\/order-(\d+)$/.exec(path.value);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest?.("input, textarea, select, dialog");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      open.value = "find";
    };
    addEventListener("keydown", onKey);
    const idle = setTimeout(() => [FindSheet, NoticeSheet, MenuSheet].forEach((it) => it.soon()), IDLE_MS);
    return () => {
      clearTimeout(idle);
      removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <header class="desk-head">
      <div class="desk-top">
        <a class="brand" href="/operator" aria-label={w.title}><Logo /><span class="display">goFOOD</span></a>
        <nav aria-label={t().nav.main} class="desk-nav">
          {PAGES.map(([name]) => (
            <a key={name} href={pathOf(name)} class="desk-link" aria-current={isHere(pathOf(name)) ? "page" : undefined}>
              <span>{w.nav[name]}</span>{name === "problems" && <Waiting />}
            </a>
          ))}
        </nav>
        <span class="desk-here" aria-hidden="true">{here ? w.nav[here[0]] : order ? t().order.title(Number(order[1])) : ""}</span>
        <button type="button" class="desk-link" aria-label={w.find.open} title={`${w.find.open} (/)`} onClick={() => (open.value = "find")}><Icon name="search" size={22} /></button>
        <button type="button" class="desk-link bell" aria-label={w.notices.open(unread.value)} onClick={() => (open.value = "notices")}>
          <Icon name="bell" size={22} />{unread.value > 0 && <span class="count" aria-hidden="true">{unread.value > 99 ? "99+" : unread.value}</span>}
        </button>
        <button type="button" class="desk-link" aria-label={w.menu} onClick={() => (open.value = "menu")}><Icon name="list" size={22} /></button>
      </div>
      <Strips />
      {open.value === "notices" && <NoticeSheet onClose={close} />}
      {open.value === "menu" && <MenuSheet onClose={close} />}
      {open.value === "find" && <FindSheet onClose={close} />}
    </header>
  );
}

/// How many problems wait for a decision.
export function Waiting() {
  const n = city.value?.openProblems ?? 0;
  const w = o().problems;
  return n > 0 ? <span class="count" aria-label={w.count(n)}>{n}</span> : null;
}
