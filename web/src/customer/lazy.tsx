import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Failure } from "../api/failure";
import { onReturn } from "../core/online";
import { Bone, Trouble, Waiting } from "../look/parts";

type Page<P> = ((props: P) => JSX.Element) & { early: () => void };

/// A page that is fetched when it is first shown, or a little before by `early`.
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): Page<P> {
  let ready: ComponentType<P> | null = null;
  function Lazy(props: P) {
    const page = useSignal<ComponentType<P> | null>(ready);
    const failed = useSignal(false);
    const fetch = () => {
      failed.value = false;
      // it may have come between the first drawing and now
      if (ready) page.value = ready;
      else void load().then((it) => (page.value = ready = it), () => (failed.value = true));
    };
    useEffect(() => {
      fetch();
      return onReturn(fetch);
    }, []);
    const Page = page.value;
    if (Page) return <Page {...props} />;
    // a browser doesn't fetch a script again that failed; a fresh page does, and gets the newest
    return failed.value ? <div class="page"><Trouble failure={new Failure(0, "offline")} again={() => location.reload()} /></div> : <Blank />;
  }
  const early = () => void load().then((it) => (ready = it), () => undefined);
  return Object.assign(Lazy, { early });
}

/// A part of a page that is fetched when it is first wanted; until then, and without a network,
/// there is nothing in its place but the room that it will take.
export function quietly<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element | null {
  let ready: ComponentType<P> | null = null;
  return function Quietly(props: P) {
    const part = useSignal<ComponentType<P> | null>(ready);
    useEffect(() => {
      const fetch = () => {
        if (ready) part.value = ready;
        else void load().then((it) => (part.value = ready = it), () => undefined);
      };
      fetch();
      return onReturn(fetch);
    }, []);
    const Part = part.value;
    return Part ? <Part {...props} /> : null;
  };
}

const Blank = () => (
  <div class="page"><Waiting><div class="stack"><Bone height={40} width="50%" /><Bone height={180} /><Bone height={180} /></div></Waiting></div>
);
