import { t } from "../core/i18n";
import { Note } from "../look/parts";
import { hushNews, news, type News } from "./state";

function text(it: News): string {
  const w = t().courier.news;
  const order = it.ride?.order_id ?? 0;
  const name = it.ride?.restaurant_name ?? "";
  switch (it.kind) {
    case "called_off": return w.called_off(order, name);
    case "bring_back": return w.bring_back(order, name);
    case "given": return w.given(order, name);
    case "shift_over": return w.shift_over;
    case "wrong_pin": return w.wrong_pin(order, it.left ?? 0);
    case "pin_locked": return w.pin_locked(order);
    case "no_photo": return w.no_photo(order);
    case "refused": return w.refused(order);
  }
}

/// What happened without the courier's doing; each stays until it was read.
export function NewsNotes() {
  return (
    <div role="alert" class="news">
      {news.value.map((it) => (
        <Note key={`${it.kind}.${it.ride?.delivery_id}`} tone={it.kind === "bring_back" || it.kind === "shift_over" ? "late" : "bad"} icon="warn">
          <p>{text(it)}</p>
          {it.kind === "bring_back" && it.ride && <p class="strong">{it.ride.pickup.text}</p>}
          <button type="button" class="button small" onClick={() => hushNews(it)}>{t().courier.news.ok}</button>
        </Note>
      ))}
    </div>
  );
}
