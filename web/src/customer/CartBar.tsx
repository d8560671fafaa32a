import { useSignal } from "@preact/signals";
import { t } from "../core/i18n";
import { isLess, money, sum } from "../core/money";
import { path } from "../core/router";
import { cart, cartCount, itemsTotal } from "./cart";
import { CartSheet } from "./CartSheet";

/// On a phone: what is in the cart and what it comes to, always at the thumb.
export function CartBar() {
  const open = useSignal(false);
  const it = cart.value;
  const w = t().cart;
  const elsewhere = path.value === "/" || path.value.startsWith("/r/");
  if (!it || !elsewhere) return open.value ? <CartSheet onClose={() => (open.value = false)} /> : null;
  const total = itemsTotal(it);
  const short = isLess(total, it.minimum);
  return (
    <>
    <div class="cart-bar">
      <button type="button" class="button main wide" onClick={() => (open.value = true)}>
        <span class="badge light">{cartCount.value}</span>
        <span class="grow">{w.see}{short && <span class="cart-short">{w.missing(money(sum([it.minimum, -total]), it.currency))}</span>}</span>
        <span class="number">{money(total, it.currency)}</span>
      </button>
    </div>
    {open.value && <CartSheet onClose={() => (open.value = false)} />}
    </>
  );
}
