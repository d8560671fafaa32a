import { useSignal } from "@preact/signals";
import type { ComponentType, ComponentProps } from "preact";
import { useEffect } from "preact/hooks";
import type CityMap from "./CityMap";

type Props = ComponentProps<typeof CityMap>;

/// The map, fetched after everything that can be read.
export function LazyMap(props: Props) {
  const loaded = useSignal<ComponentType<Props> | null>(null);
  useEffect(() => {
    let gone = false;
    const begin = () =>
      void import("./CityMap").then((it) => {
        if (!gone) loaded.value = it.default as ComponentType<Props>;
      }, () => undefined);
    const idle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
    idle(begin);
    return () => void (gone = true);
  }, []);
  const Loaded = loaded.value;
  return Loaded ? <Loaded {...props} /> : <div class="bone map" />;
}
