import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../core/i18n";
import { say } from "../core/toasts";

/// A sheet that is fetched when it is first opened; the page under it stays as it is meanwhile.
export function lazySheet<P extends { onClose: () => void }>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element | null {
  let ready: ComponentType<P> | null = null;
  return function LazySheet(props: P) {
    const sheet = useSignal<ComponentType<P> | null>(ready);
    useEffect(() => {
      if (ready) return;
      void load().then(
        (it) => (sheet.value = ready = it),
        () => {
          say(t().failure.offline);
          props.onClose();
        },
      );
    }, []);
    const Loaded = sheet.value;
    return Loaded ? <Loaded {...props} /> : null;
  };
}
