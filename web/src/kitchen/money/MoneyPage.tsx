import { useSignal } from "@preact/signals";
import { type Failure } from "../../api/failure";
import { downloadStatement, readStatement } from "../../api/statements";
import type { Menu } from "../../api/wire";
import { explain } from "../../core/explain";
import { type Resource, useResource } from "../../core/resource";
import { filter, query } from "../../core/router";
import { say } from "../../core/toasts";
import { Bone, Empty, Note, Trouble, Waiting } from "../../look/parts";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";
import { Bars } from "./Bars";
import { bars, datesOf, daysOf, type Period, PERIODS } from "./days";
import { Figures } from "./Figures";
import { Reviews } from "./Reviews";
import { Sums } from "./Sums";
import { Lines } from "./StatementLines";

/// What was sold, what is owed, line by line. The days stand in the address.
export function MoneyPage({ restaurant, menu }: { restaurant: number; menu: Resource<Menu> }) {
  if (!menu.data) return <div class="k-page">{menu.failure ? <Trouble failure={menu.failure} again={() => void menu.reload()} /> : <Bones />}</div>;
  return <Money restaurant={restaurant} menu={menu.data} />;
}

function Money({ restaurant, menu }: { restaurant: number; menu: Menu }) {
  const zone = menu.time_zone;
  const w = k().money;
  const busy = useSignal(false);
  const asked = query.value.get("days") as Period | null;
  const period = asked && PERIODS.includes(asked) ? asked : "today";
  const [first, last] = period === "own" ? [query.value.get("from") ?? "", query.value.get("to") ?? ""] : datesOf(period, Date.now(), zone);
  const days = daysOf(first, last, zone);
  const account = `restaurant_id=${restaurant}`;
  const statement = useResource(days ? `statement.${restaurant}.${days.from}.${days.to}` : null, () => readStatement(account, days ?? { from: "", to: "" }));
  const pick = (it: Period) => {
    const usual = datesOf("week", Date.now(), zone);
    filter({ days: it, from: it === "own" ? first || usual[0] : null, to: it === "own" ? last || usual[1] : null });
  };
  const download = async () => {
    if (!days) return;
    busy.value = true;
    await downloadStatement(account, days, `statement-${restaurant}-${first}-${last}.csv`).then(() => say(w.downloaded), (failure: Failure) => say(explain(failure)));
    busy.value = false;
  };
  const it = statement.data;
  return (
    <div class="k-page stack">
      <div class="k-head"><h1 tabIndex={-1}>{w.title}</h1><button type="button" class="button" disabled={!days || busy.value} aria-busy={busy.value} onClick={() => void download()}><Icon name="down_to" size={20} />{w.csv}</button></div>
      <div class="chips wrap" role="group" aria-label={w.period}>
        {PERIODS.map((one) => <button key={one} type="button" class="chip" aria-pressed={period === one} onClick={() => pick(one)}>{w[one]}</button>)}
      </div>
      {period === "own" && (
        <div class="k-pair">
          <div class="field"><label for="from">{w.from}</label><input id="from" type="date" class="input number" value={first} onChange={(event) => filter({ from: event.currentTarget.value })} /></div>
          <div class="field"><label for="to">{w.to}</label><input id="to" type="date" class="input number" value={last} onChange={(event) => filter({ to: event.currentTarget.value })} /></div>
        </div>
      )}
      {!days && <Note tone="late" icon="info">{w.wrongDays}</Note>}
      {statement.failure && (statement.failure.code === "too_many_lines" ? <Note icon="info">{w.tooMany}</Note> : <Trouble failure={statement.failure} again={() => void statement.reload()} />)}
      {statement.loading && <Bones />}
      {it && (
        <>
          <Figures restaurant={restaurant} statement={it} isToday={period === "today"} />
          {it.lines.length === 0 ? <Empty title={w.none} text={w.noneText} /> : (
            <>
              <Bars bars={bars(it.lines, first, last, zone)} currency={it.currency} hourly={first === last} />
              <Sums statement={it} />
              <Lines statement={it} />
            </>
          )}
        </>
      )}
      <Reviews menu={menu} />
    </div>
  );
}

const Bones = () => <Waiting><div class="stack"><div class="k-figures">{[1, 2, 3, 4].map((it) => <Bone key={it} height={88} />)}</div><Bone height={190} /><Bone height={240} /></div></Waiting>;
