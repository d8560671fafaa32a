import type { Delivery, OrderView } from "../../api/wire";
import type { RideStatus } from "../../api/wire-operator";
import { locale, t } from "../../core/i18n";
import { cityZone } from "../../core/time";
import { actorWords } from "./actor";
import { because } from "./because";
import { type Moment, story } from "./story";
import { Trace } from "../parts";
import { d } from "../words";

const exact = (at: string) =>
  new Intl.DateTimeFormat(locale(), { timeStyle: "medium", ...(cityZone.value ? { timeZone: cityZone.value } : {}) }).format(new Date(at));

const what = ({ of, status }: Moment): string =>
  of === "order" ? t().status[status as OrderView["status"]] : d().road[status as RideStatus];

/// Who moved it, when, and why, step by step.
export function Story({ order, ride }: { order: OrderView; ride: Delivery | null }) {
  const w = d().order;
  const steps = story(order, ride);
  return (
    <ol class="story">
      {steps.map((it, i) => {
        // what happens without a step is told by its reason alone
        const note = it.of === "order" && it.status === steps.slice(0, i).findLast((one) => one.of === "order")?.status;
        const why = because(it);
        return (
          <li key={i} class={it.of}>
            <span class="number soft small">{exact(it.at)}</span>
            <span class="grow">
              <strong>{note && why ? why : what(it)}</strong> <span class="soft small">{it.of === "ride" ? `${w.ride} · ` : ""}{actorWords(it.by)}</span>
              {!note && why && <span class="block small">{why}</span>}
            </span>
            {it.trace && it.trace !== steps[i - 1]?.trace && <Trace id={it.trace} />}
          </li>
        );
      })}
    </ol>
  );
}
