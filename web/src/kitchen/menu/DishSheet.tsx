import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { addItem, changeItem, readOwnMenu, removeItem } from "../../api/kitchen";
import type { Item, Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { say } from "../../core/toasts";
import { Fault } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { k } from "../words";
import { Conflicts } from "./Conflicts";
import { blank, changes, type Draft, draftOf, type Field, findDraft, groupsAreGood, merge, take } from "./draft";
import { DishFields } from "./DishFields";
import { SoldOut } from "./SoldOut";

interface Props { menu: Menu; item: Item | null; onChanged: () => Promise<void>; onClose: () => void }

/// A dish to change or add. It is based on a version of the menu; if somebody was quicker, both
/// changes are kept where that can be, and else one is asked.
export function DishSheet({ menu, item, onChanged, onClose }: Props) {
  const w = k().menu;
  const id = item?.item_id ?? null;
  const begin = item ? draftOf(item, menu.sections.find((it) => it.items.some((one) => one.item_id === id))?.name ?? "") : blank(menu);
  const base = useSignal({ draft: begin, version: menu.version });
  const draft = useSignal<Draft>(begin);
  const theirs = useSignal<{ draft: Draft; fields: Field[] } | null>(null);
  const fault = useSignal("");
  const busy = useSignal(false);
  const sure = useSignal(false);

  const store = async (tries = 0): Promise<boolean> => {
    const body = changes(base.value.draft, draft.value);
    if (!id) await addItem(menu.restaurant_id, { ...draft.value });
    else if (Object.keys(body).length > 0) {
      try {
        await changeItem(menu.restaurant_id, id, body, base.value.version);
      } catch (raw) {
        if ((raw as Failure).status !== 412 || tries > 3) throw raw;
        return rebase(tries);
      }
    }
    return true;
  };
  const rebase = async (tries: number): Promise<boolean> => {
    const fresh = await readOwnMenu(menu.restaurant_id);
    const now = findDraft(fresh, id ?? "");
    if (!now) throw new Error("gone");
    const merged = merge(base.value.draft, draft.value, now);
    const touched = JSON.stringify(base.value.draft) !== JSON.stringify(now);
    base.value = { draft: now, version: fresh.version };
    draft.value = merged.draft;
    if (merged.conflicts.length > 0) {
      theirs.value = { draft: now, fields: merged.conflicts };
      return false;
    }
    const stored = await store(tries + 1);
    if (stored && touched) say(w.merged);
    return stored;
  };
  const trying = async (act: () => Promise<void>) => {
    busy.value = true;
    fault.value = "";
    try {
      await act();
    } catch (raw) {
      const failure = raw as Failure;
      const gone = failure.status === 404 || failure.message === "gone";
      fault.value = gone ? w.gone : explain(failure, menu.currency);
      if (gone) void onChanged();
    } finally {
      busy.value = false;
    }
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const it = draft.value;
    if (Number.isNaN(it.price)) return void (fault.value = w.badPrice);
    if (!groupsAreGood(it)) return void (fault.value = w.badGroup);
    void trying(async () => {
      if (!(await store())) return;
      await onChanged();
      say(id ? w.saved(it.name) : w.added(it.name));
      onClose();
    });
  };
  const remove = () => void trying(async () => {
    const fresh = await readOwnMenu(menu.restaurant_id);
    await removeItem(menu.restaurant_id, id ?? "", fresh.version);
    await onChanged();
    say(w.removed(draft.value.name));
    onClose();
  });
  const settle = (field: Field, mine: boolean) => {
    if (!theirs.value) return;
    const next = { ...draft.value };
    if (!mine) take(next, theirs.value.draft, field);
    draft.value = next;
    const fields = theirs.value.fields.filter((it) => it !== field);
    theirs.value = fields.length ? { ...theirs.value, fields } : null;
  };
  return (
    <Sheet
      title={item ? w.edit(item.name) : w.newTitle} onClose={onClose}
      foot={<button type="submit" form="dish-form" class="button main wide" disabled={busy.value || theirs.value !== null} aria-busy={busy.value}>{w.save}</button>}
    >
      <form id="dish-form" class="stack" onSubmit={save}>
        {theirs.value && <Conflicts mine={draft.value} theirs={theirs.value.draft} fields={theirs.value.fields} currency={menu.currency} onSettle={settle} />}
        {item && <SoldOut menu={menu} item={item} onChanged={onChanged} />}
        <DishFields menu={menu} draft={draft.value} onChange={(change) => (draft.value = { ...draft.value, ...change })} />
        <div role="alert">{fault.value && <Fault id="dish-fault">{fault.value}</Fault>}</div>
        {item && (sure.value ? (
          <div class="stack-s"><p class="strong">{w.removeSure(item.name)}</p><div class="row wrap"><button type="button" class="button danger" disabled={busy.value} onClick={remove}>{w.remove}</button><button type="button" class="button" onClick={() => (sure.value = false)}>{t().common.cancel}</button></div></div>
        ) : <button type="button" class="button small danger" onClick={() => (sure.value = true)}>{w.remove}</button>)}
      </form>
    </Sheet>
  );
}
