import { useEffect, useRef } from "preact/hooks";
import { t } from "../../core/i18n";
import { day } from "../../core/time";
import { Note } from "../../look/parts";
import { k } from "../words";
import type { Differing, Key, Told } from "./merge";
import { DAYS, type Day } from "./spans";

export const nameOf = (key: Key): string =>
  (DAYS as readonly string[]).includes(key) ? t().days[key as Day] : day(`${key}T12:00:00Z`, "UTC");

/// Days that two people set differently, both versions side by side.
export function HoursClash({ days, onSettle }: { days: Differing[]; onSettle: (one: Differing, mine: boolean) => void }) {
  const w = k();
  const box = useRef<HTMLDivElement>(null);
  // it may lie below, where nobody looks
  useEffect(() => box.current?.scrollIntoView({ block: "center" }), []);
  const said = (it: Told | null): string => {
    if (!it) return w.hours.notThere;
    const spans = it.spans.map(({ opens, closes }) => `${opens}–${closes}`).join(", ") || w.hours.closed;
    return it.why ? `${it.why}: ${spans}` : spans;
  };
  return (
    <div ref={box}><Note tone="late" icon="info">
      <strong>{w.hours.conflict}</strong><p>{w.menu.conflictText}</p>
      {days.map((it) => (
        <div class="k-conflict" key={it.key} role="group" aria-label={nameOf(it.key)}>
          <span class="strong">{nameOf(it.key)}</span>
          <button type="button" class="button small" onClick={() => onSettle(it, true)}>{w.menu.mine}: {said(it.mine)}</button>
          <button type="button" class="button small" onClick={() => onSettle(it, false)}>{w.menu.theirs}: {said(it.theirs)}</button>
        </div>
      ))}
    </Note></div>
  );
}
