import { useEffect } from "preact/hooks";
import { wallet } from "../../api/orders";
import { signedIn, signOut, user } from "../../api/session";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { go } from "../../core/router";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone, Note, Trouble } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { Addresses } from "./Addresses";
import { Avoided, LookAndLanguage } from "./Settings";
import { MyData } from "./MyData";
import { Profile } from "./Profile";
import { Work } from "./Work";
import "../css/account.css";

export function AccountPage() {
  const w = t().account;
  useEffect(() => {
    document.title = `${w.title} · goFOOD`;
  }, []);
  const leave = () => void signOut().then(() => { say(w.signedOut); go("/"); });
  return (
    <div class="page narrow-page stack">
      <div class="row between"><h1 tabIndex={-1}>{w.title}</h1>{user.value && <button type="button" class="button small" onClick={leave}><Icon name="out" size={18} />{w.signOut}</button>}</div>
      {!signedIn.value && <Note icon="person"><strong>{w.guest}</strong><p>{w.guestText}</p><p class="row wrap"><a class="button small" href="/sign-in?new&next=/my/account">{t().sign.make}</a><a class="button small" href="/sign-in?next=/my/account">{t().nav.signIn}</a></p></Note>}
      {signedIn.value && user.value && <><Profile user={user.value} /><Addresses user={user.value} /><Credit /></>}
      <Avoided />
      <LookAndLanguage />
      {signedIn.value && user.value && <Work user={user.value} />}
      {user.value && <MyData user={user.value} />}
    </div>
  );
}

function Credit() {
  const w = t().account;
  const credit = useResource(`wallet.${user.value?.user_id}`, wallet);
  const it = credit.data;
  return (
    <section class="panel">
      <h2>{w.credit}</h2>
      {credit.failure && !it && <Trouble failure={credit.failure} />}
      {credit.loading && <Bone height={40} />}
      {it && <p class="display credit-sum number">{money(it.balance, it.currency)}</p>}
      {it && it.entries.length === 0 && <p class="soft">{w.noCredit}</p>}
      {it && <dl class="sums">{it.entries.slice(0, 10).map((one) => <><dt>{one.text} <span class="soft small">{whenWords(one.at)}</span></dt><dd class="number">{money(one.amount, it.currency)}</dd></>)}</dl>}
    </section>
  );
}
