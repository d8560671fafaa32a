import type { Shares as Parts } from "../../api/wire";
import { t } from "../../core/i18n";
import { money } from "../../core/money";

const PARTS = ["restaurant", "courier", "tip", "platform", "tax"] as const;

/// Who gets what of the money, to the coin: the kitchen, the courier, we, the state.
export function Shares({ shares, currency, kitchen }: { shares: Parts; currency: string; kitchen: string }) {
  const w = t().shop;
  return (
    <dl class="sums">
      {PARTS.filter((it) => it === "platform" || shares[it] !== 0).map((it) => (
        <><dt>{it === "restaurant" ? kitchen : w.shares[it]}</dt><dd class="number">{money(shares[it], currency)}</dd></>
      ))}
    </dl>
  );
}
