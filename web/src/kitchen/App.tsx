import { useEffect } from "preact/hooks";
import { user } from "../api/session";
import { t } from "../core/i18n";
import { Announcements, Empty, Offline } from "../look/parts";
import { lazy } from "../customer/lazy";
import { BoardPage } from "./board/BoardPage";
import { Header } from "./Header";
import { chosen, linkTo, pageNow, rememberChoice, worksHere } from "./place";
import { useOwnMenu } from "./useOwnMenu";
import { usePace } from "./usePace";

const MenuPage = lazy(() => import("./menu/MenuPage").then((it) => it.MenuPage));
const HoursPage = lazy(() => import("./hours/HoursPage").then((it) => it.HoursPage));
const MoneyPage = lazy(() => import("./money/MoneyPage").then((it) => it.MoneyPage));
const TillsPage = lazy(() => import("./tills/TillsPage").then((it) => it.TillsPage));
const Outside = lazy(() => import("./Outside").then((it) => it.Outside));
const Choose = lazy(() => import("./Choose").then((it) => it.Choose));

rememberChoice();

export function App() {
  return (
    <>
      <a class="skip" href="#main">{t().common.skip}</a>
      {!user.value || !worksHere.value ? <main id="main"><Outside /></main> : chosen.value === null ? <main id="main"><Choose /></main> : <Inside key={chosen.value} restaurant={chosen.value} />}
      <Announcements />
    </>
  );
}

function Inside({ restaurant }: { restaurant: number }) {
  const menu = useOwnMenu(restaurant);
  const pace = usePace(restaurant, menu.data);
  useEffect(() => {
    // the board names itself, with what waits
    if (pageNow.value !== "") document.title = `${menu.data?.name ?? ""} · goFOOD`;
  }, [pageNow.value, menu.data?.name]);
  return (
    <>
      <Header restaurant={restaurant} menu={menu} pace={pace} />
      <Offline />
      <main id="main">{page(restaurant, menu, pace)}</main>
    </>
  );
}

function page(restaurant: number, menu: ReturnType<typeof useOwnMenu>, pace: ReturnType<typeof usePace>) {
  switch (pageNow.value) {
    case "": return <BoardPage restaurant={restaurant} menu={menu} pace={pace} />;
    case "menu": return <MenuPage restaurant={restaurant} menu={menu} />;
    case "hours": return <HoursPage restaurant={restaurant} menu={menu} />;
    case "money": return <MoneyPage restaurant={restaurant} menu={menu} />;
    case "tills": return <TillsPage restaurant={restaurant} />;
    default:
      return (
        <Empty whole title={t().missing.title} text={t().missing.text}>
          <a class="button main" href={linkTo("", restaurant)}>{t().common.back}</a>
        </Empty>
      );
  }
}
