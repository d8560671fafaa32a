import { useSignal } from "@preact/signals";
import { user } from "../api/session";
import { choose, language, t } from "../core/i18n";
import { path } from "../core/router";
import { Icon } from "../pictures/Icon";
import { Logo } from "../pictures/scenes";
import { cartCount } from "./cart";
import { CartSheet } from "./CartSheet";
import { DoorButton } from "./door/DoorButton";
import { quietly } from "./lazy";

// nobody has news whom we don’t know
const Bell = quietly(() => import("./inbox/Bell").then((it) => it.Bell));

export function Header() {
  const cart = useSignal(false);
  const w = t();
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/" aria-label="goFOOD"><Logo /><span class="display">goFOOD</span></a>
        <DoorButton />
        <nav aria-label={w.nav.main} class="top-nav">
          {user.value && <span class="bell-room"><Bell /></span>}
          <a href="/my/orders" class="top-link" aria-current={path.value === "/my/orders" ? "page" : undefined}><Icon name="receipt" /><span>{w.nav.orders}</span></a>
          <a href={user.value ? "/my/account" : "/sign-in"} class="top-link"><Icon name="person" /><span>{user.value ? w.nav.account : w.nav.signIn}</span></a>
          <button type="button" class="top-link desk" onClick={() => (cart.value = true)}>
            <Icon name="bag" /><span>{w.nav.cart}</span>
            {cartCount.value > 0 && <span class="badge" aria-label={w.cart.items(cartCount.value)}>{cartCount.value}</span>}
          </button>
        </nav>
      </div>
      {cart.value && <CartSheet onClose={() => (cart.value = false)} />}
    </header>
  );
}

export function Footer() {
  const w = t();
  const other = language.value === "fr" ? "en" : "fr";
  return (
    <footer class="foot">
      <nav aria-label={w.nav.otherScreens} class="row wrap">
        <a href="/kitchen" data-leaves>{w.soon.kitchen}</a>
        <a href="/courier" data-leaves>{w.soon.courier}</a>
        <a href="/operator" data-leaves>{w.soon.operator}</a>
        <button type="button" class="plain" lang={other} onClick={() => void choose(other)}>
          <Icon name="globe" size={20} />{other === "fr" ? "Français" : "English"}
        </button>
      </nav>
      <p class="small">{w.home.made} © <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a>, ODbL.</p>
    </footer>
  );
}
