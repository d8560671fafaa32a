import { wallet as readWallet } from "../../api/orders";
import { signedIn, user } from "../../api/session";
import { t } from "../../core/i18n";
import { isLess, money } from "../../core/money";
import { useResource } from "../../core/resource";
import { Icon } from "../../pictures/Icon";
import { details, set } from "./details";

const CARDS = [
  ["tok_visa", "good"],
  ["tok_mastercard", "good2"],
  ["tok_declined", "declined"],
  ["tok_insufficient_funds", "poor"],
  ["tok_expired_card", "expired"],
] as const;

/// How one pays. A card is the provider's token; we never ask for its number.
export function Payment({ total }: { total: number | null }) {
  const w = t().checkout;
  const it = details.value;
  const credit = useResource(signedIn.value ? `wallet.${user.value?.user_id}` : null, readWallet).data;
  const short = credit !== null && total !== null && isLess(credit.balance, total);
  return (
    <section class="panel">
      <h2 id="pay">{w.pay}</h2>
      <div role="radiogroup" aria-labelledby="pay">
        <label class="choice"><input type="radio" name="method" checked={it.method === "card"} onChange={() => set({ method: "card" })} /><Icon name="card" /><span class="grow">{w.card}</span></label>
        {it.method === "card" && (
          <div class="field indented">
            <label for="card" class="small">{w.demo}</label>
            <select id="card" class="input" value={it.token} onChange={(event) => set({ token: event.currentTarget.value })}>
              {CARDS.map(([token, name]) => <option key={token} value={token}>{w[name]}</option>)}
            </select>
          </div>
        )}
        <label class="choice"><input type="radio" name="method" checked={it.method === "cash"} onChange={() => set({ method: "cash" })} /><Icon name="cash" /><span class="grow">{w.cash}<br /><span class="soft small">{w.cashHelp}</span></span></label>
        {credit && credit.balance > 0 && (
          <label class="choice"><input type="radio" name="method" checked={it.method === "wallet"} disabled={short} onChange={() => set({ method: "wallet" })} /><Icon name="wallet" />
            <span class="grow">{w.wallet(money(credit.balance, credit.currency))}{short && <><br /><span class="soft small">{w.walletShort}</span></>}</span></label>
        )}
      </div>
    </section>
  );
}
