import { useSignal } from "@preact/signals";
import { signOut, user } from "../api/session";
import { choose, LANGUAGES, language, t } from "../core/i18n";
import { path } from "../core/router";
import { theme } from "../core/theme";
import { Sheet } from "../look/Sheet";
import { Icon, type IconName } from "../pictures/Icon";
import { Logo } from "../pictures/scenes";
import { city } from "./live/city";
import { unread } from "./live/notices";
import { NoticeSheet } from "./NoticeSheet";
import { o } from "./words";

const PAGES: [string, IconName][] = [
  ["live", "map"], ["problems", "warn"], ["zones", "pin"], ["promotions", "tag"],
  ["money", "wallet"], ["people", "person"], ["health", "pulse"], ["figures", "chart"],
];

const to = (name: string) => (name === "live" ? "/operator" : `/operator/${name}`);

export function Header() {
  const reading = useSignal(false);
  const settings = useSignal(false);
  const w = o();
  const waiting = city.value?.openProblems ?? 0;
  return (
    <header class="desk-top">
      <a class="brand" href="/operator" aria-label={w.title}><Logo /><span class="display">goFOOD</span></a>
      <nav aria-label={t().nav.main} class="desk-nav">
        {PAGES.map(([name, icon]) => (
          <a key={name} href={to(name)} class="desk-link" aria-current={path.value === to(name) ? "page" : undefined}>
            <Icon name={icon} size={20} /><span>{w.nav[name as keyof typeof w.nav]}</span>
            {name === "problems" && waiting > 0 && <span class="count" aria-label={w.problems.count(waiting)}>{waiting}</span>}
          </a>
        ))}
      </nav>
      <button type="button" class="desk-link bell" aria-label={w.notices.open(unread.value)} onClick={() => (reading.value = true)}>
        <Icon name="bell" size={22} />{unread.value > 0 && <span class="count" aria-hidden="true">{Math.min(unread.value, 99)}</span>}
      </button>
      <button type="button" class="desk-link" aria-label={w.you} onClick={() => (settings.value = true)}><Icon name="list" size={22} /></button>
      {reading.value && <NoticeSheet onClose={() => (reading.value = false)} />}
      {settings.value && <You onClose={() => (settings.value = false)} />}
    </header>
  );
}

function You({ onClose }: { onClose: () => void }) {
  const w = t().account;
  return (
    <Sheet title={user.value?.name ?? o().you} onClose={onClose}>
      <div class="stack">
        <p class="soft">{user.value?.email}</p>
        <div class="chips wrap" role="radiogroup" aria-label={w.language}>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <label class="chip" key={code} lang={code}><input type="radio" name="language" checked={language.value === code} onChange={() => void choose(code as keyof typeof LANGUAGES)} />{name}</label>
          ))}
        </div>
        <div class="chips wrap" role="radiogroup" aria-label={w.theme}>
          {(["auto", "light", "dark"] as const).map((it) => (
            <label class="chip" key={it}><input type="radio" name="theme" checked={theme.value === it} onChange={() => (theme.value = it)} />{w[it]}</label>
          ))}
        </div>
        <button type="button" class="button" onClick={() => void signOut()}><Icon name="out" size={20} />{w.signOut}</button>
      </div>
    </Sheet>
  );
}
