import { readUser } from "../../api/people";
import type { Delivery, OrderView, User } from "../../api/wire";
import { useResource } from "../../core/resource";
import { Bone } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { d } from "../words";

/// Who it is about, and how they are reached.
export function People({ order, ride }: { order: OrderView; ride: Delivery | null }) {
  const w = d();
  const courier = ride?.courier_id ?? null;
  return (
    <section class="panel stack-s">
      <h2>{w.order.who}</h2>
      <ul class="lines">
        <Person id={order.customer_id} role={w.party.customer} />
        <li class="row between wrap"><span class="grow"><strong>{order.restaurant_name}</strong><span class="block soft small">{w.party.restaurant}</span></span><a class="button small" href={`/operator/kitchens?kitchen=${order.restaurant_id}`}>{w.order.see}<span class="hidden"> {order.restaurant_name}</span></a></li>
        {courier !== null && <Person id={courier} role={w.party.courier} name={ride?.courier_name ?? null} />}
      </ul>
    </section>
  );
}

function Person({ id, role, name = null }: { id: number; role: string; name?: string | null }) {
  const w = d().order;
  const person = useResource<User>(`user.${id}`, () => readUser(id));
  const it = person.data;
  if (person.loading && !name) return <li><Bone height={44} /></li>;
  const shown = it?.name ?? name ?? `${role} ${id}`;
  return (
    <li class="row between wrap">
      <span class="grow"><strong>{shown}</strong><span class="block soft small">{role}{it?.email && ` · ${it.email}`}</span></span>
      {it?.phone && <a class="button small" href={`tel:${it.phone.replace(/[^+\d]/g, "")}`} data-leaves><Icon name="phone" size={18} />{it.phone}</a>}
      <a class="button small" href={`/operator/people?person=${id}`}>{w.see}<span class="hidden"> {shown}</span></a>
    </li>
  );
}
