import { useSignal } from "@preact/signals";
import { t } from "../core/i18n";
import { isLess, money, sum } from "../core/money";
import { path } from "../core/router";
import { added, cart, cartCount, itemsTotal } from "./cart";
import { CartSheet } from "./CartSheet";

/// On a phone: what is in the cart and what it comes to, always at the thumb; one touch to look,
/// one to go on.
export function CartBar() {
  const open = useSignal(false);
  const it = cart.value;
  const elsewhere = path.value === "/" || path.value.startsWith("/r/");
  return (
    <>
      <p class="hidden" role="status">{added.value && t().menu.added(added.value.name)}</p>
      {it && elsewhere && <Bar onOpen={() => (open.value = true)} />}
      {open.value && <CartSheet onClose={() => (open.value = false)} />}
    </>
  );
}

function Bar({ onOpen }: { onOpen: () => void }) {
  const it = cart.value;
  const w = t().cart;
  if (!it) return null;
  const total = itemsTotal(it);
  const short = isLess(total, it.minimum);
  return (
    <div class="cart-bar">
      <button type="button" class="button main grow" onClick={onOpen}>
        <span class="badge light">{cartCount.value}</span>
        <span class="grow">{w.see}{short && <span class="cart-short">{w.missing(money(sum([it.minimum, -total]), it.currency))}</span>}</span>
        <span class="number">{money(total, it.currency)}</span>
      </button>
      {!short && <a class="button main" href="/checkout">{w.checkout}</a>}
    </div>
  );
}
