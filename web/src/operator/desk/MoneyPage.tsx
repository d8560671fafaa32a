import { useSignal } from "@preact/signals";
import { checkLedger, entries } from "../../api/operate";
import type { LedgerCheck } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { useResource } from "../../core/resource";
import { filter, query } from "../../core/router";
import { clock } from "../../core/time";
import { Bone, Note, Waiting } from "../../look/parts";
import { DeskPage, Refusal, useAct } from "../parts";
import { Entries } from "./Entries";
import { Payouts } from "./Payouts";
import { usePages } from "./pages";
import { d } from "../words";

export function MoneyPage() {
  const w = d().money;
  return (
    <DeskPage title={w.title}>
      <div class="columns">
        <div class="stack"><Check /><Payouts /></div>
        <Ledger />
      </div>
    </DeskPage>
  );
}

/// Whether the books agree; looked at anew on a button's press.
function Check() {
  const w = d().money;
  const check = useResource("ledger-check", () => checkLedger(false));
  const { busy, failure, run } = useAct();
  const full = () => run(async () => check.put(await checkLedger(true)));
  return (
    <section class="panel stack-s">
      <div class="row between wrap"><h2>{w.check}</h2><button type="button" class="button small" disabled={busy.value} aria-busy={busy.value} onClick={() => void full()}>{w.checkAll}</button></div>
      {check.loading && <Waiting><Bone height={120} /></Waiting>}
      <Refusal failure={failure.value ?? check.failure} again={() => void check.reload()} />
      {check.data && <Found check={check.data} />}
    </section>
  );
}

function Found({ check }: { check: LedgerCheck }) {
  const w = d().money;
  return (
    <div class="stack-s" role="status">
      <Note tone={check.balanced ? "good" : "bad"} icon={check.balanced ? "check" : "warn"}>
        <p class="strong">{check.balanced ? w.balanced : w.differs}</p>
        <p class="small">{w.looked(check.entries, clock(check.checked_at))}</p>
        {check.differences.map((it) => <p key={it} class="small">{it}</p>)}
      </Note>
      <dl class="sums">
        {check.totals.map((it) => <><dt>{w.account[it.kind as keyof typeof w.account] ?? <code>{it.kind}</code>}</dt><dd class="number">{money(it.amount, it.currency)}</dd></>)}
      </dl>
    </div>
  );
}

function Ledger() {
  const w = d().money;
  const account = query.value.get("account") ?? "";
  const typed = useSignal(account);
  const list = usePages(`ledger ${account}`, async (cursor) => {
    const order = /^\d+$/.test(account) ? Number(account) : null;
    const page = await entries({ limit: 30, cursor, ...(order !== null ? { order_id: order } : { account: account }) });
    return { found: page.entries, next: page.next_cursor };
  });
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    filter({ account: typed.value.trim() });
  };
  return (
    <section class="panel stack-s">
      <h2>{w.entries}</h2>
      <form class="row wrap" role="search" onSubmit={search}>
        <label class="hidden" for="account">{w.find}</label>
        <input id="account" class="input grow" type="search" placeholder={w.find} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
        <button type="submit" class="button">{w.show}</button>
      </form>
      <Entries entries={list.found} failure={list.failure} linked />
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
    </section>
  );
}
