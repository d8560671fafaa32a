import { Icon } from "../pictures/Icon";

/// Stars of five: full ones and empty ones, and the same in words for who doesn't see them.
export function Stars({ value, label, size = 18 }: { value: number; label: string; size?: number }) {
  return (
    <span class="five" role="img" aria-label={label}>
      {[1, 2, 3, 4, 5].map((it) => <span key={it} class={it <= Math.round(value) ? "full" : ""}><Icon name="star" size={size} filled={it <= Math.round(value)} /></span>)}
    </span>
  );
}
