import { useSignal } from "@preact/signals";
import { payOut, payouts } from "../../api/operate";
import type { Party } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { now, whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { Refusal, useAct } from "../parts";
import { usePages } from "./pages";
import { d } from "../words";

/// Pays everybody what we owe them, and shows what was paid.
export function Payouts() {
  const w = d().payouts;
  const asking = useSignal<{ party: Party; until: string } | null>(null);
  const { busy, failure, run } = useAct();
  const list = usePages("payouts", async (cursor) => {
    const page = await payouts(cursor);
    return { found: page.payouts, next: page.next_cursor };
  });
  // the moment is fixed when one asks: sent again, it pays nobody twice
  const ask = (party: Party) => (asking.value = { party, until: new Date().toISOString() });
  const confirm = () => run(async () => {
    const it = asking.peek();
    if (!it) return;
    const paid = await payOut(it.party, it.until);
    say(w.paid(paid.payouts.length + (paid.next_cursor ? "+" : "")));
    asking.value = null;
    await list.reload();
  });
  return (
    <section class="panel stack-s">
      <h2>{w.title}</h2>
      <p class="soft small">{w.lead}</p>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => ask("restaurant")}>{w.restaurant}</button>
        <button type="button" class="button" onClick={() => ask("courier")}>{w.courier}</button>
      </div>
      {!list.found && !list.failure && <Bone height={60} />}
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {list.found?.length === 0 && <p class="soft">{w.none}</p>}
      <ul class="lines">
        {list.found?.map((it) => (
          <li key={it.payout_id} class="row between">
            <span class="grow">{d().party[it.party]} {it.party_id}<span class="block soft small">{whenWords(it.paid_at, now.value)}</span></span>
            <span class="number">{money(it.amount, it.currency)}</span>
          </li>
        ))}
      </ul>
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
      {asking.value && (
        <Sheet
          title={w[asking.value.party]} onClose={() => (asking.value = null)}
          foot={<><button type="button" class="button grow" onClick={() => (asking.value = null)}>{t().common.cancel}</button><button type="button" class="button main grow" disabled={busy.value} onClick={() => void confirm()}>{w.do}</button></>}
        >
          <p>{w.sure[asking.value.party]}</p>
          <Refusal failure={failure.value} />
        </Sheet>
      )}
    </section>
  );
}
