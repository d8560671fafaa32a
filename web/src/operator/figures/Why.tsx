import { useResource } from "../../core/resource";
import { t } from "../../core/i18n";
import { Bone } from "../../look/parts";
import { Refusal } from "../parts";
import { type Read, readReasons, type Reasons } from "./read";
import type { Status } from "../../api/wire";
import { d } from "../words";

/// Why orders came to nothing, the most frequent first.
export function Why({ read }: { read: Read }) {
  const w = d().figures;
  const why = useResource<Reasons>(`why.${read.to}`, () => readReasons(read.orders, read.back));
  const it = why.data;
  const most = it?.counts[0]?.n ?? 1;
  return (
    <section class="panel stack-s">
      <h2>{w.why}</h2>
      {why.loading && <Bone height={120} />}
      <Refusal failure={why.failure} again={() => void why.reload()} />
      {it && !it.of && <p class="soft">{w.noneEnded}</p>}
      {it && it.of > 0 && (
        <>
          <p class="soft small">{w.whyOf(it.of)}</p>
          <ul class="bars">
            {it.counts.map(({ code, n }) => (
              <li key={code}><span>{reason(code)}</span><span class="bar" aria-hidden="true"><span style={{ width: `${(100 * n) / most}%` }} /></span><span class="number strong">{n}</span></li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/// By its code; where somebody said it in their own words, only who ended it is counted.
function reason(code: string): string {
  const w = d();
  if (code in w.code) return w.code[code as keyof typeof w.code];
  return w.figures.own(t().status[code as Status] ?? code);
}
