import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../core/i18n";
import { say } from "../core/toasts";

/// Something small that is fetched when it is first wanted, such as a sheet: nothing stands in its
/// place meanwhile. `soon` fetches it beforehand, so that nobody types into nothing.
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ((props: P) => JSX.Element | null) & { soon: () => void } {
  let ready: ComponentType<P> | null = null;
  const soon = () => void load().then((found) => (ready = found), () => undefined);
  return Object.assign(Later, { soon });
  function Later(props: P) {
    const it = useSignal<ComponentType<P> | null>(ready);
    useEffect(() => {
      if (!ready) void load().then((found) => (it.value = ready = found), () => say(t().failure.offline));
    }, []);
    const Found = it.value;
    return Found ? <Found {...props} /> : null;
  }
}
