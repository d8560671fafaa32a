import { useSignal } from "@preact/signals";
import type { ComponentType, ComponentProps } from "preact";
import { useEffect } from "preact/hooks";
import { onReturn } from "../core/online";
import type CityMap from "./CityMap";

type Props = ComponentProps<typeof CityMap>;

/// The map, fetched after everything that can be read.
export function LazyMap(props: Props) {
  const loaded = useSignal<ComponentType<Props> | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    let gone = false;
    const begin = () => {
      failed.value = false;
      void import("./CityMap").then((it) => {
        if (!gone) loaded.value = it.default as ComponentType<Props>;
      }, () => (failed.value = true));
    };
    const idle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
    idle(begin);
    const stop = onReturn(() => !gone && failed.value && begin());
    return () => {
      gone = true;
      stop();
    };
  }, []);
  const Loaded = loaded.value;
  return Loaded ? <Loaded {...props} /> : <div class={failed.value ? "map" : "bone map"} />;
}
