import { Note } from "../look/parts";
import { hushNews, news, type News } from "./state";
import { c } from "./words";

function text(it: News): string {
  const w = c().news;
  const order = it.ride?.order_id ?? 0;
  const name = it.ride?.restaurant_name ?? "";
  switch (it.kind) {
    case "called_off": return w.called_off(order, name);
    case "bring_back": return w.bring_back(order, name);
    case "bring_back_late": return w.bring_back_late(order, name);
    case "assigned": return w.assigned(order, name);
    case "given": return w.given(order, name);
    case "shift_over": return w.shift_over;
    case "shift_ended": return w.shift_ended;
    case "wrong_pin": return w.wrong_pin(order, it.left ?? 0);
    case "pin_locked": return w.pin_locked(order);
    case "no_photo": return w.no_photo(order);
    case "refused": return w.refused(order);
  }
}

const TONES: Partial<Record<News["kind"], "late" | "good">> = { bring_back: "late", bring_back_late: "late", shift_over: "late", shift_ended: "late", assigned: "good" };

/// What happened without the courier's doing; each stays until it was read.
export function NewsNotes() {
  return (
    <div role="alert" class="news">
      {news.value.map((it) => (
        <Note key={`${it.kind}.${it.ride?.delivery_id}`} tone={TONES[it.kind] ?? "bad"} icon={it.kind === "assigned" ? "bike" : "warn"}>
          <p>{text(it)}</p>
          <button type="button" class="button small" onClick={() => hushNews(it)}>{c().news.ok}</button>
        </Note>
      ))}
    </div>
  );
}
