import { computed, signal } from "@preact/signals";
import { Failure } from "../../api/failure";
import { faults as readAll, putFaults } from "../../api/watch";
import type { Faults, ProviderFault } from "../../api/wire-watch";
import { onReturn } from "../../core/online";

/// The faults that are made on purpose. Undefined until we know, null where there are no switches.
export const faults = signal<Faults | null | undefined>(undefined);
export const faultFailure = signal<Failure | null>(null);

const EVERY_MS = 15_000;
const SELDOM_MS = 300_000;

export const misbehaves = (it: ProviderFault | null | undefined): boolean =>
  !!it && [it.decline_percent, it.timeout_percent, it.delay_ms, it.webhooks_doubled_percent ?? 0, it.webhooks_shuffled_ms ?? 0]
    .some((harm) => harm > 0);

/// How many there are, the payment provider's counting as one.
export const faultCount = computed(() => countOf(faults.value ?? null));

export const countOf = (all: Faults | null): number =>
  all ? all.faults.length + Number(misbehaves(all.provider)) : 0;

export async function reloadFaults(): Promise<void> {
  try {
    faults.value = await readAll();
    faultFailure.value = null;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    faultFailure.value = failure;
  }
}

export async function setFaults(all: Faults): Promise<void> {
  faults.value = await putFaults(all);
}

export const endFaults = (): Promise<void> => setFaults({ faults: [], provider: null });

/// Asked for now and then: another operator may have made some.
export function watchFaults(): () => void {
  let timer = 0;
  const look = async () => {
    if (!document.hidden) await reloadFaults();
    // where there are no switches, there will hardly be some in a moment
    timer = setTimeout(() => void look(), faults.peek() === null ? SELDOM_MS : EVERY_MS) as unknown as number;
  };
  void look();
  const back = onReturn(() => void reloadFaults());
  return () => {
    clearTimeout(timer);
    back();
  };
}
