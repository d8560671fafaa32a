import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Failure } from "../api/failure";
import { onReturn } from "../core/online";
import { Bone, Trouble, Waiting } from "../look/parts";

/// A page that is fetched when it is first shown.
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element {
  let ready: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const page = useSignal<ComponentType<P> | null>(ready);
    const failed = useSignal(false);
    const fetch = () => {
      failed.value = false;
      if (!ready) void load().then((it) => (page.value = ready = it), () => (failed.value = true));
    };
    useEffect(() => {
      fetch();
      return onReturn(fetch);
    }, []);
    const Page = page.value;
    if (Page) return <Page {...props} />;
    // a browser doesn't fetch a script again that failed; a fresh page does, and gets the newest
    return failed.value ? <div class="page"><Trouble failure={new Failure(0, "offline")} again={() => location.reload()} /></div> : <Blank />;
  };
}

const Blank = () => (
  <div class="page"><Waiting><div class="stack"><Bone height={40} width="50%" /><Bone height={180} /><Bone height={180} /></div></Waiting></div>
);
