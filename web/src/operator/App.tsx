import { computed } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { cityInfo } from "../api/city";
import { user } from "../api/session";
import { language, t } from "../core/i18n";
import { path } from "../core/router";
import { cityZone } from "../core/time";
import { lazy } from "../customer/lazy";
import { Announcements, Empty, Offline } from "../look/parts";
import { Header } from "./Header";
import { watchCity } from "./live/city";
import { watchNotices } from "./live/notices";
import { SignIn } from "./SignIn";
import { watchAlerts } from "./watch/alerts";
import { watchFaults } from "./watch/faults";
import { o, wantDeskWords } from "./words";

const page = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => (await Promise.all([load(), wantDeskWords(), import("./css/desk.css")]))[0]);

const Live = lazy(() => import("./live/Live").then((it) => it.Live));
const OrderPage = page(() => import("./order/OrderPage").then((it) => it.OrderPage));
const Problems = page(() => import("./desk/Problems").then((it) => it.Problems));
const Promotions = page(() => import("./desk/Promotions").then((it) => it.Promotions));
const Zones = page(() => import("./desk/Zones").then((it) => it.Zones));
const Kitchens = page(() => import("./desk/Kitchens").then((it) => it.Kitchens));
const MoneyPage = page(() => import("./desk/MoneyPage").then((it) => it.MoneyPage));
const People = page(() => import("./people/People").then((it) => it.People));
const HealthPage = page(() => import("./health/HealthPage").then((it) => it.HealthPage));
const AlertsPage = page(() => import("./health/AlertsPage").then((it) => it.AlertsPage));
const Figures = page(() => import("./figures/Figures").then((it) => it.Figures));
const AuditPage = page(() => import("./audit/AuditPage").then((it) => it.AuditPage));
const SimulatorPage = page(() => import("./simulator/SimulatorPage").then((it) => it.SimulatorPage));

const pages: Record<string, () => JSX.Element> = {
  "/operator": () => <Live />,
  "/operator/problems": () => <Problems />,
  "/operator/promotions": () => <Promotions />,
  "/operator/zones": () => <Zones />,
  "/operator/kitchens": () => <Kitchens />,
  "/operator/money": () => <MoneyPage />,
  "/operator/people": () => <People />,
  "/operator/health": () => <HealthPage />,
  "/operator/alerts": () => <AlertsPage />,
  "/operator/figures": () => <Figures />,
  "/operator/audit": () => <AuditPage />,
  "/operator/simulator": () => <SimulatorPage />,
};

const allowed = computed(() => user.value?.roles.includes("operator") ?? false);

function shown(): JSX.Element {
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
  // messages come in the reader's language: another one begins anew
  useEffect(watchNotices, [language.value]);
  useEffect(watchAlerts, []);
  useEffect(watchFaults, []);
  useEffect(() => {
    void cityInfo().then((it) => {
      // the clock of the town is the operator's too
      const zone = (it as { time_zone?: string }).time_zone;
      if (zone) cityZone.value = zone;
    }, () => undefined);
  }, []);
  return (
    <div class="desk">
      <Header />
      <Offline />
      <main id="main">{shown()}</main>
    </div>
  );
}
