import { useSignal } from "@preact/signals";
import { endSharing, shareOrder } from "../../api/after";
import type { Failure } from "../../api/failure";
import type { OrderView } from "../../api/wire";
import { explain } from "../../core/explain";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Sheet } from "../../look/Sheet";
import { Icon } from "../../pictures/Icon";
import { c } from "../words";

interface Link {
  url: string;
  until: string;
}

/// A link for whoever waits too: by the device's own way to share, else to copy.
export function ShareButton({ order }: { order: OrderView }) {
  const busy = useSignal(false);
  const link = useSignal<Link | null>(null);
  const w = c().share;
  const share = async () => {
    busy.value = true;
    try {
      const made = await shareOrder(order.order_id);
      const url = new URL(`/track/${made.token}`, location.origin).href;
      const what = { title: w.title(order.restaurant_name), url };
      if (navigator.share && (navigator.canShare?.(what) ?? true)) {
        const done = await navigator.share(what).then(() => true, (raw: DOMException) => raw.name === "AbortError");
        if (done) return;
      }
      link.value = { url, until: made.expires_at };
    } catch (failure) {
      say(explain(failure as Failure));
    } finally {
      busy.value = false;
    }
  };
  const end = async () => {
    try {
      await endSharing(order.order_id);
      say(w.ended);
      link.value = null;
    } catch (failure) {
      say(explain(failure as Failure));
    }
  };
  return (
    <>
      <button type="button" class="button small" disabled={busy.value} aria-busy={busy.value} onClick={() => void share()}><Icon name="share" size={18} />{w.do}</button>
      {link.value && <LinkSheet link={link.value} onEnd={() => void end()} onClose={() => (link.value = null)} />}
    </>
  );
}

function LinkSheet({ link, onEnd, onClose }: { link: Link; onEnd: () => void; onClose: () => void }) {
  const w = c().share;
  const copy = async (field: HTMLInputElement | null) => {
    field?.select();
    const copied = await (navigator.clipboard?.writeText(link.url) ?? Promise.reject()).then(() => true, () => document.execCommand("copy"));
    if (!copied) return;
    say(w.copied);
    onClose();
  };
  return (
    <Sheet title={w.sheet} onClose={onClose} foot={<button type="button" class="button main wide" onClick={() => void copy(document.querySelector("#share-link"))}>{w.copy}</button>}>
      <div class="stack">
        <p>{w.text}</p>
        <div class="field"><label for="share-link">{w.link}</label><input id="share-link" class="input" readOnly value={link.url} onFocus={(event) => event.currentTarget.select()} /></div>
        <p class="soft small">{w.until(whenWords(link.until))}</p>
        <button type="button" class="plain" onClick={onEnd}>{w.end}</button>
      </div>
    </Sheet>
  );
}
