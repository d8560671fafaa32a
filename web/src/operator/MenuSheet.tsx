import { signOut, user } from "../api/session";
import { choose, LANGUAGES, language, t } from "../core/i18n";
import { theme } from "../core/theme";
import { Sheet } from "../look/Sheet";
import { Icon } from "../pictures/Icon";
import { isHere, Waiting } from "./Header";
import { PAGES, pathOf } from "./pages";
import { o } from "./words";

/// All pages, for where the header has no room for them; and who is here, in which language.
export function MenuSheet({ onClose }: { onClose: () => void }) {
  const w = t().account;
  return (
    <Sheet title={o().menu} onClose={onClose}>
      <div class="stack">
        <nav aria-label={t().nav.main}>
          <ul class="menu-pages">
            {PAGES.map(([name, icon]) => (
              <li key={name}><a href={pathOf(name)} aria-current={isHere(pathOf(name)) ? "page" : undefined} onClick={onClose}><Icon name={icon} size={22} /><span class="grow">{o().nav[name]}</span>{name === "problems" && <Waiting />}</a></li>
            ))}
          </ul>
        </nav>
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
        <div class="row between wrap">
          <p><strong>{user.value?.name}</strong><span class="block soft small">{user.value?.email}</span></p>
          <button type="button" class="button" onClick={() => void signOut()}><Icon name="out" size={20} />{w.signOut}</button>
        </div>
      </div>
    </Sheet>
  );
}
