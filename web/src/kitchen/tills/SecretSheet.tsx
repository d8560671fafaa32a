import type { WebhookSecret } from "../../api/webhooks";
import { whenWords } from "../../core/time";
import { say } from "../../core/toasts";
import { Note } from "../../look/parts";
import { Sheet } from "../../look/Sheet";
import { Icon } from "../../pictures/Icon";
import { k } from "../words";

/// The only time that a secret is seen.
export function SecretSheet({ made, onClose }: { made: WebhookSecret; onClose: () => void }) {
  const w = k().tills;
  const until = made.webhook.old_secret_until;
  const copy = () => void navigator.clipboard.writeText(made.secret).then(() => say(w.copied), () => say(w.copyYourself));
  return (
    <Sheet title={w.secret} onClose={onClose} foot={<button type="button" class="button main wide" onClick={onClose}>{w.noted}</button>}>
      <div class="stack">
        <Note tone="late" icon="warn">{w.once}</Note>
        <p class="till-secret"><code>{made.secret}</code></p>
        <p><button type="button" class="button small" onClick={copy}><Icon name="copy" size={18} />{w.copy}</button></p>
        {until && <p class="soft small">{w.both(whenWords(until))}</p>}
      </div>
    </Sheet>
  );
}
