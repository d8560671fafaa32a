import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import { listOrders, readOrder, wallet } from "../../api/orders";
import { eraseUser, exportUser, readUser, savedAddresses } from "../../api/people";
import { signOut } from "../../api/session";
import type { User } from "../../api/wire";
import { explain } from "../../core/explain";
import { t } from "../../core/i18n";
import { go } from "../../core/router";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { cart } from "../cart";
import { door, doorNote } from "../door";
import { avoided, favourites } from "../liked";
import { details } from "../checkout/details";

/// Everything we know about a person, and what only this device does.
async function everything(user: User): Promise<unknown> {
  const known = await exportUser(user.user_id).catch((failure: Failure) => {
    // without the one file, what can be read one by one makes one too; it says that it isn't whole
    if (failure.status === 404 || failure.status >= 500) return gather(user);
    throw failure;
  });
  return { ...known, on_this_device: { favourites: favourites.value, avoided: avoided.value, address: door.value } };
}

async function gather(user: User): Promise<object> {
  const orders: unknown[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(cursor);
    for (const it of page.orders) orders.push(await readOrder(it.order_id));
    cursor = page.next_cursor ?? null;
  }
  return {
    exported_at: new Date().toISOString(),
    complete: false,
    profile: await readUser(user.user_id),
    addresses: await savedAddresses(user.user_id),
    credit: await wallet().catch(() => null),
    orders,
  };
}

function download(data: unknown): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  link.download = "gofood-my-data.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function MyData({ user }: { user: User }) {
  const busy = useSignal(false);
  const asking = useSignal(false);
  const w = t().account;
  const run = async (work: () => Promise<void>) => {
    busy.value = true;
    try {
      await work();
    } catch (failure) {
      say(explain(failure as Failure));
    } finally {
      busy.value = false;
    }
  };
  const erase = async () => {
    await eraseUser(await readUser(user.user_id));
    cart.value = null;
    door.value = null;
    doorNote.value = "";
    favourites.value = [];
    avoided.value = [];
    details.value = { ...details.value, name: "", phone: "", note: "" };
    await signOut();
    say(w.erased);
    go("/");
  };
  return (
    <section class="panel stack">
      <h2>{w.data}</h2>
      <p class="soft">{w.exportHelp}</p>
      <div class="row wrap">
        <button type="button" class="button" disabled={busy.value} onClick={() => void run(async () => download(await everything(user)))}>{busy.value ? w.exporting : w.export}</button>
        <button type="button" class="button danger" onClick={() => (asking.value = true)}>{w.erase}</button>
      </div>
      {asking.value && (
        <Sheet title={w.eraseTitle} onClose={() => (asking.value = false)}
          foot={<><button type="button" class="button grow" onClick={() => (asking.value = false)}>{t().common.cancel}</button><button type="button" class="button danger grow" disabled={busy.value} onClick={() => void run(erase)}>{w.eraseYes}</button></>}>
          <p>{w.eraseText}</p>
        </Sheet>
      )}
    </section>
  );
}
