import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Bone, Waiting } from "../look/parts";

/// A page that is fetched when it is first shown.
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element {
  let ready: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const page = useSignal<ComponentType<P> | null>(ready);
    useEffect(() => {
      if (!ready) void load().then((it) => (page.value = ready = it), () => undefined);
    }, []);
    const Page = page.value;
    return Page ? <Page {...props} /> : <Blank />;
  };
}

const Blank = () => (
  <div class="page"><Waiting><div class="stack"><Bone height={40} width="50%" /><Bone height={180} /><Bone height={180} /></div></Waiting></div>
);

