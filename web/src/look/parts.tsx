import type { ComponentChildren } from "preact";
import type { Failure } from "../api/failure";
import { t } from "../core/i18n";
import { money } from "../core/money";
import { lastHeard, online } from "../core/online";
import { clock } from "../core/time";
import { hush, toasts } from "../core/toasts";
import { explain } from "../core/explain";
import { EmptyPlate } from "../pictures/scenes";
import { Icon, type IconName } from "../pictures/Icon";

export const Money = ({ amount, currency }: { amount: number; currency: string }) => (
  <span class="number">{money(amount, currency)}</span>
);

/// A grey shape of the final size, while the real thing is on its way.
export const Bone = ({ height, width = "100%" }: { height: number; width?: string }) => (
  <div class="bone" style={{ height: `${height}px`, width }} />
);

export const Waiting = ({ children }: { children: ComponentChildren }) => (
  <div aria-busy="true"><span class="hidden" role="status">{t().common.loading}</span>{children}</div>
);

interface NoteProps {
  tone?: "good" | "late" | "bad" | "";
  icon?: IconName;
  children: ComponentChildren;
}

export const Note = ({ tone = "", icon = "info", children }: NoteProps) => (
  <div class={`note ${tone}`}><Icon name={icon} size={20} /><div class="grow">{children}</div></div>
);

/// What failed and what to do, with a way to try again.
export function Trouble({ failure, again }: { failure: Failure; again?: () => void }) {
  return (
    <div role="alert">
      <Note tone="bad" icon="warn">
        <p>{explain(failure)}</p>
        {again && <p><button type="button" class="button small" onClick={again}>{t().common.again}</button></p>}
      </Note>
    </div>
  );
}

export const Fault = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <p class="fault" id={id}><Icon name="warn" size={18} /><span>{children}</span></p>
);

interface EmptyProps {
  title: string;
  text: string;
  picture?: ComponentChildren;
  children?: ComponentChildren;
  /// whether it is all that the page has
  whole?: boolean;
}

export const Empty = ({ title, text, picture, children, whole = false }: EmptyProps) => (
  <div class="empty">
    {picture ?? <EmptyPlate />}
    {whole ? <h1 tabIndex={-1}>{title}</h1> : <h2>{title}</h2>}
    <p>{text}</p>
    {children}
  </div>
);

export function Stepper({ value, least = 1, onChange, label }: { value: number; least?: number; onChange: (value: number) => void; label: string }) {
  return (
    <div class="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={t().common.less} disabled={value <= least} onClick={() => onChange(value - 1)}><Icon name="minus" size={20} /></button>
      <output aria-live="polite">{value}</output>
      <button type="button" aria-label={t().common.more} disabled={value >= 99} onClick={() => onChange(value + 1)}><Icon name="plus" size={20} /></button>
    </div>
  );
}

/// What was said in passing, and whether the network is there.
export function Announcements() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((it) => (
        <div class="toast" key={it.id}>
          <span>{it.text}</span>
          {it.action && <button type="button" onClick={() => { it.action?.act(); hush(it.id); }}>{it.action.label}</button>}
        </div>
      ))}
    </div>
  );
}

export const Offline = () => (
  <div role="status">
    {!online.value && <div class="strip">{t().common.offline(clock(lastHeard.value))}</div>}
  </div>
);
