import { follow, type LiveEvent } from "../../api/live";
import { user } from "../../api/session";

// A browser opens only a few connections to one host over HTTP/1.1, and a stream keeps one for
// ever: several windows that each had their own would starve each other. So one window reads, and
// tells the others; when it is closed, another takes its place.

/// Follows a stream, together with all windows of this browser where the same person is signed in.
export function followShared(path: string, on: (event: LiveEvent) => void, poll: () => void): () => void {
  if (!navigator.locks || !globalThis.BroadcastChannel) return follow(path, on, poll, () => false);
  const name = `gofood.stream ${user.peek()?.user_id} ${path}`;
  const channel = new BroadcastChannel(name);
  const stopping = new AbortController();
  channel.onmessage = (event: MessageEvent<LiveEvent>) => on(event.data);
  const read = () =>
    new Promise<void>((done) => {
      const tell = (event: LiveEvent) => {
        on(event);
        channel.postMessage(event);
      };
      const stop = follow(path, tell, poll, () => false);
      stopping.signal.addEventListener("abort", () => {
        stop();
        done();
      });
    });
  void navigator.locks.request(name, { signal: stopping.signal }, read).catch(() => undefined);
  return () => {
    stopping.abort();
    channel.close();
  };
}
