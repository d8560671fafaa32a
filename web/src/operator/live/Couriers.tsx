import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Courier } from "../../api/wire-operator";
import { filter, query } from "../../core/router";
import { Empty } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { CourierRow } from "./CourierRow";
import { o } from "../words";

const MANY = 12;

/// Everybody who rides, those online first. The one whom the address names is open.
export function Couriers({ couriers }: { couriers: Courier[] }) {
  const w = o().couriers;
  const typed = useSignal("");
  const chosen = Number(query.value.get("courier"));
  useEffect(() => {
    if (chosen) document.getElementById(`courier-${chosen}`)?.scrollIntoView({ block: "center" });
  }, [chosen]);
  if (!couriers.length) return <Empty title={w.none} text={w.noneText} />;
  const wanted = typed.value.trim().toLowerCase();
  const sorted = couriers
    .filter((it) => it.courier_id === chosen || it.name.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name));
  return (
    <>
      {couriers.length > MANY && (
        <div class="search"><Icon name="search" size={20} /><input class="input" type="search" aria-label={w.find} placeholder={w.find} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} /></div>
      )}
      {!sorted.length && <p class="soft">{w.nobody}</p>}
      <ul class="jobs">
        {sorted.map((it) => (
          <CourierRow key={it.courier_id} courier={it} open={chosen === it.courier_id} onOpen={() => filter({ courier: chosen === it.courier_id ? null : String(it.courier_id) })} />
        ))}
      </ul>
    </>
  );
}
