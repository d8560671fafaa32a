import { useSignal } from "@preact/signals";
import { t } from "../core/i18n";
import { go } from "../core/router";
import { Sheet } from "../look/Sheet";
import { o } from "./words";

/// A number is an order's; anything else is somebody's name or e-mail.
export const placeOf = (typed: string): string => {
  const number = /^#?\s*(\d{1,18})$/.exec(typed.trim());
  return number ? `/operator/order-${number[1]}` : `/operator/people?${new URLSearchParams({ q: typed.trim() })}`;
};

export function FindSheet({ onClose }: { onClose: () => void }) {
  const w = o().find;
  const typed = useSignal("");
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    if (!typed.value.trim()) return;
    const to = placeOf(typed.value);
    onClose();
    go(to);
  };
  return (
    <Sheet title={w.open} onClose={onClose}>
      <form class="stack" role="search" onSubmit={find}>
        <div class="field">
          <label for="find">{w.what}</label>
          <input id="find" class="input" type="search" autofocus maxLength={100} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
        </div>
        <div class="row">
          <button type="button" class="button grow" onClick={onClose}>{t().common.cancel}</button>
          <button type="submit" class="button main grow" disabled={!typed.value.trim()}>{w.do}</button>
        </div>
      </form>
    </Sheet>
  );
}
