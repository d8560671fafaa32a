import { useSignal } from "@preact/signals";
import type { Failure } from "../../api/failure";
import type { Ticket, TicketStatus } from "../../api/kitchen";
import { latest, type TicketPage } from "../../api/tickets";
import type { Menu } from "../../api/wire";
import { useResource } from "../../core/resource";
import { serverTime } from "../../core/server-clock";
import { Bone, Empty, Trouble, Waiting } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { k } from "../words";
import { lastMorning } from "../zoned";
import { Ended } from "./Ended";

const KINDS = { all: ["Collected", "Rejected", "Cancelled"], collected: ["Collected"], refused: ["Rejected"], cancelled: ["Cancelled"] } as const;
type Kind = keyof typeof KINDS;

/// What has ended today, the last first.
export default function History({ menu, onClose }: { menu: Menu; onClose: () => void }) {
  const w = k().history;
  const kind = useSignal<Kind>("all");
  const more = useSignal<{ kind: Kind; tickets: Ticket[]; cursor: string | null } | null>(null);
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);
  const since = lastMorning(serverTime(), menu.time_zone).toISOString();
  const wish = (cursor: string | null) => ({ status: [...KINDS[kind.value]] as TicketStatus[], since, cursor });
  const first = useResource<TicketPage>(`ended.${menu.restaurant_id}.${kind.value}`, () => latest(menu.restaurant_id, wish(null)));
  const added = more.value?.kind === kind.value ? more.value : null;
  const cursor = added ? added.cursor : (first.data?.next_cursor ?? null);
  const tickets = [...(first.data?.tickets ?? []), ...(added?.tickets ?? [])];
  const further = async () => {
    busy.value = true;
    failure.value = null;
    try {
      const page = await latest(menu.restaurant_id, wish(cursor));
      more.value = { kind: kind.value, tickets: [...(added?.tickets ?? []), ...page.tickets], cursor: page.next_cursor };
    } catch (raw) {
      failure.value = raw as Failure;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Sheet title={w.title} onClose={onClose}>
      <div class="stack">
        <div class="chips wrap" role="group" aria-label={w.which}>
          {(Object.keys(KINDS) as Kind[]).map((it) => <button key={it} type="button" class="chip" aria-pressed={kind.value === it} onClick={() => (kind.value = it)}>{w[it]}</button>)}
        </div>
        {first.loading && <Waiting><div class="stack-s">{[1, 2, 3, 4].map((it) => <Bone key={it} height={64} />)}</div></Waiting>}
        {first.failure && !first.data && <Trouble failure={first.failure} again={() => void first.reload()} />}
        {first.data && tickets.length === 0 && <Empty title={w.none} text={w.noneText} />}
        {tickets.length > 0 && <ul class="k-ended">{tickets.map((it) => <li key={it.order_id}><Ended ticket={it} /></li>)}</ul>}
        {failure.value && <Trouble failure={failure.value} />}
        {cursor && <button type="button" class="button" disabled={busy.value} aria-busy={busy.value} onClick={() => void further()}>{w.more}</button>}
      </div>
    </Sheet>
  );
}
