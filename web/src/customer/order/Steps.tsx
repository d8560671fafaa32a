import { t } from "../../core/i18n";
import { Icon, type IconName } from "../../pictures/Icon";
import { STEPS } from "../progress";

const ICONS: IconName[] = ["receipt", "bag", "pot", "bike", "home"];

/// The five steps: told by place, shape and word, not by colour alone.
export function Steps({ current }: { current: number }) {
  const w = t().order;
  return (
    <ol class="steps" aria-label={w.steps}>
      {STEPS.map((step, i) => {
        const state = i < current ? "done" : i === current ? "now" : "next";
        return (
          <li key={step} class={state} aria-current={state === "now" ? "step" : undefined}>
            <span class="step-dot"><Icon name={state === "done" ? "check" : (ICONS[i] ?? "clock")} size={20} /></span>
            <span class="step-name">{w.step[step]}<span class="hidden">, {w.state[state]}</span></span>
          </li>
        );
      })}
    </ol>
  );
}
