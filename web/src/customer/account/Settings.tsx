import type { Allergen } from "../../api/wire";
import { choose, LANGUAGES, language, t } from "../../core/i18n";
import { theme } from "../../core/theme";
import { signedIn } from "../../api/session";
import { avoided } from "../liked";
import { c } from "../words";

/// What this person must not eat; menus then warn.
export function Avoided() {
  const w = t();
  const toggle = (it: Allergen) => {
    const all = avoided.value;
    avoided.value = all.includes(it) ? all.filter((one) => one !== it) : [...all, it];
  };
  return (
    <section class="panel">
      <h2 id="avoided">{w.account.allergens}</h2>
      <p class="soft small measure">{w.account.allergensHelp} {signedIn.value ? c().prefs.kept : c().prefs.device}</p>
      <div class="chips wrap spaced" role="group" aria-labelledby="avoided">
        {(Object.keys(w.allergens) as Allergen[]).map((it) => (
          <button key={it} type="button" class="chip" aria-pressed={avoided.value.includes(it)} onClick={() => toggle(it)}>{w.allergens[it]}</button>
        ))}
      </div>
    </section>
  );
}

export function LookAndLanguage() {
  const w = t().account;
  return (
    <section class="panel stack">
      <h2>{w.look}</h2>
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
    </section>
  );
}
