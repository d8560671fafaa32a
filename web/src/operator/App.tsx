import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { cityInfo } from "../api/city";
import { user } from "../api/session";
import { t } from "../core/i18n";
import { path } from "../core/router";
import { cityZone } from "../core/time";
import { lazy } from "../customer/lazy";
import { Announcements, Empty, Offline } from "../look/parts";
import { Header } from "./Header";
import { Live } from "./live/Live";
import { watchCity } from "./live/city";
import { watchNotices } from "./live/notices";
import { SignIn } from "./SignIn";
import { o } from "./words";

const OrderPage = lazy(() => import("./order/OrderPage").then((it) => it.OrderPage));
const Problems = lazy(() => import("./desk/Problems").then((it) => it.Problems));
const Promotions = lazy(() => import("./desk/Promotions").then((it) => it.Promotions));
const Zones = lazy(() => import("./desk/Zones").then((it) => it.Zones));
const MoneyPage = lazy(() => import("./desk/MoneyPage").then((it) => it.MoneyPage));
const People = lazy(() => import("./desk/People").then((it) => it.People));
const HealthPage = lazy(() => import("./desk/HealthPage").then((it) => it.HealthPage));
const Figures = lazy(() => import("./figures/Figures").then((it) => it.Figures));

const pages: Record<string, () => JSX.Element> = {
  "/operator": () => <Live />,
  "/operator/problems": () => <Problems />,
  "/operator/promotions": () => <Promotions />,
  "/operator/zones": () => <Zones />,
  "/operator/money": () => <MoneyPage />,
  "/operator/people": () => <People />,
  "/operator/health": () => <HealthPage />,
  "/operator/figures": () => <Figures />,
};

const allowed = computed(() => user.value?.roles.includes("operator") ?? false);

function page(): JSX.Element {
  const order = /^\/operator\/order-(\d+)$/.exec(path.value);
  if (order) return <OrderPage key={order[1]} id={Number(order[1])} />;
  return pages[path.value.replace(/\.html$/, "")]?.() ?? <Missing />;
}

const Missing = () => (
  <div class="page">
    <Empty whole title={t().missing.title} text={t().missing.text}>
      <a class="button main" href="/operator">{o().nav.live}</a>
    </Empty>
  </div>
);

export function App() {
  return (
    <>
      <a class="skip" href="#main">{t().common.skip}</a>
      {allowed.value ? <Desk /> : <main id="main"><SignIn /></main>}
      <Announcements />
    </>
  );
}

function Desk() {
  useEffect(watchCity, []);
  useEffect(watchNotices, []);
  useEffect(() => {
    void cityInfo().then((it) => {
      // the clock of the town is the operator's too
      const zone = (it as { time_zone?: string }).time_zone;
      if (zone) cityZone.value = zone;
    }, () => undefined);
  }, []);
  return (
    <>
      <Header />
      <Offline />
      <main id="main">{page()}</main>
    </>
  );
}
