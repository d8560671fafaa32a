import { useSignal } from "@preact/signals";
import { promotions, switchPromotion } from "../../api/operate";
import type { Promotion } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { money } from "../../core/money";
import { now, whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Bone, Empty, Waiting } from "../../look/parts";
import { DeskPage, Refusal, useAct } from "../parts";
import { usePages } from "./pages";
import { useKitchens } from "./KitchenPicker";
import { standing } from "./promotion";
import { PromotionSheet } from "./PromotionSheet";
import { d } from "../words";

const CURRENCY = "EUR";

const STANDS = { running: "good", soon: "late", over: "", used: "", ended: "" } as const;

export function worthOf(it: Promotion): string {
  const w = d().promotions;
  if (it.kind === "percent") return w.percentOff(it.percent ?? 0);
  if (it.kind === "amount") return w.amountOff(money(it.amount ?? 0, CURRENCY));
  return w.kind.free_delivery;
}

/// What takes something off, how often it was used, and how it is ended.
export function Promotions() {
  const w = d().promotions;
  const making = useSignal(false);
  const { busy, failure, run } = useAct();
  const list = usePages("promotions", async (cursor) => {
    const page = await promotions(cursor);
    return { found: page.promotions, next: page.next_cursor };
  });
  const kitchens = useKitchens();
  const nameOf = (id: number) => kitchens.data?.find((it) => it.restaurant_id === id)?.name ?? `#${id}`;
  const turn = (it: Promotion) => run(async () => {
    const after = await switchPromotion(it.code, !it.active);
    list.change((all) => all.map((one) => (one.code === after.code ? after : one)));
    say(after.active ? w.goesOn(after.code) : w.ended(after.code));
  });
  return (
    <DeskPage title={w.title} action={<button type="button" class="button main" onClick={() => (making.value = true)}>{w.make}</button>}>
      <Refusal failure={failure.value ?? list.failure} again={() => void list.reload()} />
      {!list.found && !list.failure && <Waiting><div class="stack-s"><Bone height={84} /><Bone height={84} /></div></Waiting>}
      {list.found?.length === 0 && <Empty title={w.none} text={w.noneText} />}
      <ul class="stack-s">
        {list.found?.map((it) => (
          <li key={it.code} class="panel row wrap between">
            <div class="grow">
              <p class="row wrap"><code class="display code">{it.code}</code><span class={`tag ${STANDS[standing(it, now.value)]}`}>{w.standing[standing(it, now.value)]}</span></p>
              <p>{worthOf(it)}{it.minimum_items > 0 && ` · ${w.from(money(it.minimum_items, CURRENCY))}`}{it.most_discount !== null && ` · ${w.most(money(it.most_discount, CURRENCY))}`}</p>
              <p class="soft small">
                {w.used(it.used, it.limit)} · {w.paidBy(d().party[it.funded_by])}
                {it.starts_at && Date.parse(it.starts_at) > now.value && ` · ${w.begins(whenWords(it.starts_at, now.value))}`}{it.ends_at && ` · ${w.until(whenWords(it.ends_at))}`}{it.restaurant_id !== null && ` · ${w.only(nameOf(it.restaurant_id))}`}
              </p>
            </div>
            <button type="button" class={`button small ${it.active ? "danger" : ""}`} disabled={busy.value} onClick={() => void turn(it)}>{it.active ? w.end : w.again}<span class="hidden"> {it.code}</span></button>
          </li>
        ))}
      </ul>
      {list.more && <button type="button" class="button" onClick={() => void list.more?.()}>{t().common.showMore}</button>}
      {making.value && <PromotionSheet onClose={() => (making.value = false)} onMade={() => void list.reload()} />}
    </DeskPage>
  );
}
