import { t } from "../core/i18n";
import { isLess, money, sum, times } from "../core/money";
import { say } from "../core/toasts";
import { Empty, Stepper } from "../look/parts";
import { Icon } from "../pictures/Icon";
import { type Cart, type CartLine, cart, change, itemsTotal } from "./cart";

export function setQuantity(line: CartLine, quantity: number): void {
  const before = cart.value;
  if (!before) return;
  const after = change(before, line.key, quantity);
  cart.value = after.lines.length ? after : null;
  if (quantity === 0) say(t().cart.removed(line.name), { label: t().common.undo, act: () => (cart.value = before) });
}

/// The cart beside a menu, or within a sheet.
///
/// @param restaurant whose menu one is looking at
export function CartPanel({ restaurant }: { restaurant: number | null }) {
  const w = t().cart;
  const it = cart.value;
  if (!it) return <Empty title={w.empty} text={w.emptyText} />;
  return (
    <div class="stack cart">
      <div>{restaurant !== null && <h2>{w.title}</h2>}{it.restaurant_id !== restaurant && <a class="soft" href={`/r/${it.restaurant_id}`}>{it.restaurant_name}</a>}</div>
      <ul>{it.lines.map((line) => <Row key={line.key} line={line} currency={it.currency} />)}</ul>
      <CartEnd cart={it} />
    </div>
  );
}

export const Row = ({ line, currency }: { line: CartLine; currency: string }) => (
  <li class="cart-row">
    <div class="grow">
      <p class="row between top-row"><strong>{line.name}</strong><span class="number">{money(times(line.price, line.quantity), currency)}</span></p>
      {line.options.length > 0 && <p class="soft small">{line.options.map((it) => it.name).join(", ")}</p>}
      {line.note && <p class="soft small">“{line.note}”</p>}
      <Stepper value={line.quantity} least={0} onChange={(it) => setQuantity(line, it)} label={t().cart.quantityOf(line.name)} />
    </div>
  </li>
);

export function CartEnd({ cart: it }: { cart: Cart }) {
  const w = t().cart;
  const total = itemsTotal(it);
  const short = isLess(total, it.minimum);
  return (
    <div class="stack-s">
      {short && (
        <div class="to-minimum">
          <p class="small strong late"><Icon name="info" size={18} />{w.missing(money(sum([it.minimum, -total]), it.currency))}</p>
          <progress max={it.minimum} value={total} aria-label={w.missing("")} />
        </div>
      )}
      {short
        ? <a class="button wide" href={`/r/${it.restaurant_id}`}>{w.more}</a>
        : <a class="button main wide" href="/checkout">{w.checkout} · {money(total, it.currency)}</a>}
    </div>
  );
}
