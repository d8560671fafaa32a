import { useSignal } from "@preact/signals";
import { people } from "../../api/operate";
import type { User } from "../../api/wire";
import type { Role } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { filter, query } from "../../core/router";
import { Bone, Empty, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { DeskPage, Refusal } from "../parts";
import { usePages } from "./pages";
import { PersonSheet } from "./PersonSheet";
import { o } from "../words";

export const ROLES: Role[] = ["customer", "guest", "staff", "courier", "operator"];

/// Everybody with an account, and what they may do.
export function People() {
  const w = o().people;
  const q = query.value.get("q") ?? "";
  const role = ROLES.find((it) => it === query.value.get("role")) ?? "";
  const typed = useSignal(q);
  const open = useSignal<User | null>(null);
  const list = usePages(`people ${role} ${q}`, async (cursor) => {
    const page = await people(q, role, cursor);
    return { found: page.users, next: page.next_cursor };
  });
  return (
    <DeskPage title={w.title}>
      <form class="row wrap" role="search" onSubmit={(event) => { event.preventDefault(); filter({ q: typed.value.trim() }); }}>
        <div class="search grow"><Icon name="search" size={20} /><input class="input" type="search" aria-label={w.find} placeholder={w.find} maxLength={100} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} /></div>
        <button type="submit" class="button">{o().money.show}</button>
      </form>
      <div class="chips" role="group" aria-label={w.roles}>
        {(["", ...ROLES] as const).map((it) => <button key={it} type="button" class="chip" aria-pressed={role === it} onClick={() => filter({ role: it })}>{it ? w.role[it] : w.all}</button>)}
      </div>
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {!list.found && !list.failure && <Waiting><div class="stack-s"><Bone height={64} /><Bone height={64} /><Bone height={64} /></div></Waiting>}
      {list.found?.length === 0 && <Empty title={w.none} text={w.noneText} />}
      {(list.found?.length ?? 0) > 0 && (
        <ul class="panel lines">
          {list.found?.map((it) => (
            <li key={it.user_id} class="row wrap between">
              <div class="grow"><strong>{it.name}</strong> <span class="soft small number">{it.user_id}</span><span class="block soft small">{it.email ?? it.phone ?? w.noEmail}</span></div>
              <span class="row wrap">{it.roles.map((one) => <span class="tag" key={one}>{w.role[one]}</span>)}</span>
              <button type="button" class="button small" onClick={() => (open.value = it)}>{t().common.edit}<span class="hidden"> {it.name}</span></button>
            </li>
          ))}
        </ul>
      )}
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
      {open.value && <PersonSheet person={open.value} onClose={() => (open.value = null)} onSaved={(after) => list.change((all) => all.map((it) => (it.user_id === after.user_id ? after : it)))} />}
    </DeskPage>
  );
}
