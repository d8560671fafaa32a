import { money } from "../../core/money";
import { Bone } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { earned } from "./period";
import { useStatement } from "./useStatement";
import { c } from "../words";

/// Today in one line, that leads to all the rest.
export function Today() {
  const w = c();
  const { data, failure } = useStatement("today");
  if (!data) return failure ? null : <Bone height={76} />;
  return (
    <a class="panel today" href="/courier/earnings">
      <span class="grow"><span class="soft small">{w.shift.today}</span><span class="display number">{money(earned(data), data.currency)}</span></span>
      <span class="soft">{w.shift.rides(data.sums.orders)}</span><Icon name="next" size={20} />
    </a>
  );
}
