import type { JSX } from "preact";
import { lazy } from "../customer/lazy";
import { user } from "../api/session";
import { t } from "../core/i18n";
import { path } from "../core/router";
import { Announcements, Bone, Trouble, Waiting } from "../look/parts";
import { NewsNotes } from "./NewsNotes";
import { OfferScreen } from "./offer/OfferScreen";
import { QueueStrip } from "./QueueStrip";
import { refresh, trouble, unregistered } from "./refresh";
import { RidePage } from "./ride/RidePage";
import { Looking } from "./shift/Looking";
import { OffShift } from "./shift/OffShift";
import { me, offers, stops } from "./state";
import { TopBar } from "./TopBar";
import { c } from "./words";

const Earnings = lazy(() => import("./money/Earnings").then((it) => it.Earnings));
const HowForm = lazy(() => import("./shift/HowForm").then((it) => it.HowForm));
const Outside = lazy(() => import("./Outside").then((it) => it.Outside));

function page(): JSX.Element {
  if (!user.value?.roles.includes("courier")) return <Outside />;
  if (unregistered.value) return <div class="page"><HowForm heading /></div>;
  if (path.value === "/courier/earnings") return <Earnings />;
  if (!me.value) return trouble.value ? <div class="page"><h1 class="hidden">{c().title}</h1><Trouble failure={trouble.value} again={() => void refresh()} /></div> : <Bones />;
  const next = stops.value[0];
  if (next) return <RidePage key={`${next.ride.delivery_id}.${next.kind}`} stop={next} />;
  return me.value.online ? <Looking /> : <OffShift />;
}

export function App() {
  const offer = me.value ? offers.value[0] : undefined;
  return (
    <>
      <a class="skip" href="#main">{t().common.skip}</a>
      <TopBar />
      <QueueStrip />
      <main id="main"><NewsNotes />{page()}</main>
      {offer && <OfferScreen key={offer.offer_id} offer={offer} />}
      <Announcements />
    </>
  );
}

const Bones = () => (
  <div class="page"><Waiting><div class="stack"><Bone height={220} /><Bone height={40} width="70%" /><Bone height={90} /><Bone height={64} /></div></Waiting></div>
);
