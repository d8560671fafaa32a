import { useEffect } from "preact/hooks";
import { readTracking } from "../../api/after";
import { follow } from "../../api/live";
import type { Tracking } from "../../api/wire";
import { useResource } from "../../core/resource";
import { Bone, Empty, Note, Trouble, Waiting } from "../../look/parts";
import { LazyMap } from "../../map/LazyMap";
import { Icon } from "../../pictures/Icon";
import { EmptyPlate, Scooter } from "../../pictures/scenes";
import { Steps } from "../order/Steps";
import { ended, failed, stepOf } from "../progress";
import { c } from "../words";
import { firstWords, moreWords, trackPins, wayWords } from "./words";
import "../css/order.css";

/// What somebody sees who was given a link: where the food is, and no more.
export function TrackPage({ token }: { token: string }) {
  const way = useResource(`track.${token}`, () => readTracking(token));
  const it = way.data;
  const gone = way.failure?.status === 404;
  const over = gone || (it !== null && ended(it.status));
  useEffect(() => {
    if (over) return;
    let done = false;
    return follow(
      `/tracking/${token}/stream`,
      (event) => {
        if (event.name === "gone") void way.reload();
        if (event.name !== "tracking") return;
        const now = JSON.parse(event.data) as Tracking;
        done = ended(now.status);
        way.put(now);
      },
      () => void way.reload(),
      () => done,
      true,
    );
  }, [token, over]);
  const sentence = it ? firstWords(it) : "";
  const w = c().track;
  useEffect(() => {
    document.title = `${sentence || w.title("goFOOD")} · goFOOD`;
  }, [sentence]);
  if (gone) return <div class="page"><Empty whole title={w.gone} text={w.goneText}><a class="button main" href="/">{w.see}</a></Empty></div>;
  if (!it) return way.failure ? <div class="page"><Trouble failure={way.failure} again={way.reload} /></div> : <Bones />;
  return (
    <div class="page order">
      <section class="order-head">
        <div class="stack">
          <div role="status" aria-live="polite">
            <p class="soft small">{w.title(it.restaurant_name)}</p>
            <h1 class="hero" tabIndex={-1}>{sentence}</h1>
            {moreWords(it).map((line) => <p class="lead" key={line}>{line}</p>)}
          </div>
          {!failed(it.status) && <Steps current={stepOf(it.status)} />}
          {!ended(it.status) && wayWords(it).map((line) => <p key={line} class="row where"><Icon name="bike" />{line}</p>)}
          <Note>{w.note}</Note>
          <p class="row wrap"><strong>{w.hungry}</strong><a class="button small" href="/">{w.see}</a></p>
        </div>
        {ended(it.status)
          ? <div class="order-scene">{failed(it.status) ? <EmptyPlate /> : <Scooter />}</div>
          : <div class="order-map"><LazyMap label={w.map} pins={trackPins(it)} centre={it.pickup} zoom={15} fit={it.courier_lat !== null} /></div>}
      </section>
    </div>
  );
}

const Bones = () => (
  <div class="page order"><Waiting><div class="order-head"><div class="stack"><Bone height={22} width="40%" /><Bone height={52} width="80%" /><Bone height={84} /><Bone height={72} /></div><Bone height={340} /></div></Waiting></div>
);

