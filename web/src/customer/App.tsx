import type { JSX } from "preact";
import { menuEarly } from "../api/city";
import { lazy } from "./lazy";
import { t } from "../core/i18n";
import { match, path } from "../core/router";
import { Announcements, Empty, Offline } from "../look/parts";
import { CartBar } from "./CartBar";
import { Footer, Header } from "./Header";
import { Home } from "./home/Home";

// what one sees next is fetched while one still reads the first page
const MenuPage = lazy(() => import("./menu/MenuPage").then((it) => it.MenuPage));
const CheckoutPage = lazy(() => import("./checkout/CheckoutPage").then((it) => it.CheckoutPage));
const OrderPage = lazy(() => import("./order/OrderPage").then((it) => it.OrderPage));
const ReceiptPage = lazy(() => import("./order/ReceiptPage").then((it) => it.ReceiptPage));
const OrdersPage = lazy(() => import("./order/OrdersPage").then((it) => it.OrdersPage));
const AccountPage = lazy(() => import("./account/AccountPage").then((it) => it.AccountPage));
const TrackPage = lazy(() => import("./track/TrackPage").then((it) => it.TrackPage));
const SignInPage = lazy(() => import("./account/SignInPage").then((it) => it.SignInPage));

/// Paths of pages are no paths of the API: see the decision about them.
const pages: [string, (found: Record<string, string>) => JSX.Element][] = [
  ["/", () => <Home />],
  ["/r/:id", ({ id }) => <MenuPage key={id} id={Number(id)} />],
  ["/checkout", () => <CheckoutPage />],
  ["/o/:id", ({ id }) => <OrderPage key={id} id={Number(id)} />],
  ["/track/:token", ({ token }) => <TrackPage key={token} token={token ?? ""} />],
  ["/my/orders", () => <OrdersPage />],
  ["/my/account", () => <AccountPage />],
  ["/sign-in", () => <SignInPage />],
];

/// Who comes to a menu from outside needs its page and itself, while the words are on their way.
export function startEarly(): void {
  const { id } = match("/r/:id", path.peek()) ?? {};
  if (!id) return;
  MenuPage.early();
  menuEarly(Number(id));
}

function page(): JSX.Element {
  const receipt = /^\/my\/receipt-(\d+)$/.exec(path.value);
  if (receipt) return <ReceiptPage id={Number(receipt[1])} />;
  for (const [pattern, show] of pages) {
    const found = match(pattern, path.value);
    if (found) return show(found);
  }
  return <Missing />;
}

const Missing = () => (
  <div class="page">
    <Empty whole title={t().missing.title} text={t().missing.text}>
      <a class="button main" href="/">{t().missing.go}</a>
    </Empty>
  </div>
);

export function App() {
  return (
    <>
      <a class="skip" href="#main">{t().common.skip}</a>
      <Header />
      <Offline />
      <main id="main">{page()}</main>
      <Footer />
      <CartBar />
      <Announcements />
    </>
  );
}
