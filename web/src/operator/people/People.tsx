import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { people } from "../../api/operate";
import type { Role } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { filter, query } from "../../core/router";
import { Bone, Empty, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { usePages } from "../desk/pages";
import { DeskPage, Refusal } from "../parts";
import { Applications } from "./Applications";
import { PersonSheet } from "./PersonSheet";
import { d } from "../words";

export const ROLES: Role[] = ["customer", "guest", "staff", "courier", "operator"];

/// Everybody with an account, what they may do, and who wants to do more.
export function People() {
  const w = d().people;
  const q = query.value.get("q") ?? "";
  const role = ROLES.find((it) => it === query.value.get("role")) ?? "";
  const typed = useSignal(q);
  const chosen = Number(query.value.get("person"));
  const list = usePages(`people ${role} ${q}`, async (cursor) => {
    const page = await people(q, role, cursor);
    return { found: page.users, next: page.next_cursor };
  });
  useEffect(() => {
    typed.value = q;
  }, [q]);
  const open = (id: number | null) => filter({ person: id === null ? null : String(id) });
  return (
    <DeskPage title={w.title}>
      <Applications onAnswered={() => void list.reload()} />
      <form class="row wrap" role="search" onSubmit={(event) => { event.preventDefault(); filter({ q: typed.value.trim() }); }}>
        <div class="search grow"><Icon name="search" size={20} /><input class="input" type="search" aria-label={w.find} placeholder={w.find} maxLength={100} value={typed.value} onInput={(event) => { typed.value = event.currentTarget.value; if (!typed.value) filter({ q: null }); }} /></div>
        <button type="submit" class="button">{d().money.show}</button>
      </form>
      <div class="chips" role="group" aria-label={w.roles}>
        {(["", ...ROLES] as const).map((it) => <button key={it} type="button" class="chip" aria-pressed={role === it} onClick={() => filter({ role: it })}>{it ? w.role[it] : w.all}</button>)}
      </div>
      <Refusal failure={list.failure} again={() => void list.reload()} />
      {!list.found && !list.failure && <Waiting><div class="stack-s">{[1, 2, 3, 4, 5].map((n) => <Bone key={n} height={64} />)}</div></Waiting>}
      {list.found?.length === 0 && <Empty title={w.none} text={w.noneText} />}
      {(list.found?.length ?? 0) > 0 && (
        <ul class="panel lines">
          {list.found?.map((it) => (
            <li key={it.user_id} class="row wrap between">
              <div class="grow"><strong>{it.name}</strong> <span class="soft small number">{it.user_id}</span><span class="block soft small">{it.email ?? it.phone ?? w.noEmail}</span></div>
              <span class="row wrap tags">{it.roles.map((one) => <span class="tag" key={one}>{w.role[one]}</span>)}</span>
              <button type="button" class="button small" onClick={() => open(it.user_id)}>{t().common.edit}<span class="hidden"> {it.name}</span></button>
            </li>
          ))}
        </ul>
      )}
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
      {chosen > 0 && <PersonSheet key={chosen} id={chosen} onClose={() => open(null)} onSaved={(after) => list.change((all) => all.map((it) => (it.user_id === after.user_id ? after : it)))} />}
    </DeskPage>
  );
}
