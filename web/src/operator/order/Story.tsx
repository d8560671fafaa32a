import type { Delivery, OrderView } from "../../api/wire";
import type { RideStatus } from "../../api/wire-operator";
import { t } from "../../core/i18n";
import { locale } from "../../core/i18n";
import { cityZone } from "../../core/time";
import { actor, type Moment, story } from "./story";
import { o } from "../words";

const exact = (at: string) =>
  new Intl.DateTimeFormat(locale(), { timeStyle: "medium", ...(cityZone.value ? { timeZone: cityZone.value } : {}) }).format(new Date(at));

function whoSays(by: string): string {
  const w = o().actor;
  const { who, id } = actor(by);
  const name = who in w ? w[who as keyof typeof w] : who;
  return id === null ? name : `${name} ${id}`;
}

const what = ({ of, status }: Moment): string =>
  of === "order" ? t().status[status as OrderView["status"]] : o().road[status as RideStatus];

/// Who moved it, when, and why, step by step.
export function Story({ order, ride }: { order: OrderView; ride: Delivery | null }) {
  const w = o().order;
  return (
    <ol class="story">
      {story(order, ride).map((it, i) => (
        <li key={i} class={it.of}>
          <span class="number soft small">{exact(it.at)}</span>
          <span class="grow">
            <strong>{what(it)}</strong> <span class="soft small">{it.of === "ride" ? `${w.ride} · ` : ""}{whoSays(it.by)}</span>
            {it.why && <span class="block small">{it.why}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
