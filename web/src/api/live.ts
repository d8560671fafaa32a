import { heard } from "../core/online";
import { send } from "./http";

export interface LiveEvent {
  id: string;
  name: string;
  data: string;
}

/// Reads server-sent events out of pieces of text, wherever the pieces were cut.
export class EventText {
  private rest = "";
  private event: LiveEvent = { id: "", name: "message", data: "" };

  take(piece: string): LiveEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    const done: LiveEvent[] = [];
    for (const line of lines) {
      if (line === "") {
        if (this.event.data) done.push({ ...this.event, data: this.event.data.slice(0, -1) });
        this.event = { id: this.event.id, name: "message", data: "" };
        continue;
      }
      const colon = line.indexOf(":");
      if (colon === 0) continue;
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "data") this.event.data += `${value}\n`;
      else if (field === "id") this.event.id = value;
      else if (field === "event") this.event.name = value;
    }
    return done;
  }
}

// the server's heart beats every 15 s
const SILENCE_MS = 40_000;
const POLL_MS = 20_000;

// a browser has six connections to a place, for all of its tabs together
const UNSEEN_MS = 15_000;

const seen = (): Promise<void> =>
  new Promise((done) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      done();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });

/// Follows a stream until it is stopped or `ended` says so. It goes on after the last event that
/// came; while no stream comes about, `poll` asks now and then.
///
/// @param rests whether it may rest while nobody looks at the page: then it leaves its connection to
///   other tabs, and goes on when somebody looks
export function follow(
  path: string,
  on: (event: LiveEvent) => void,
  poll: () => void,
  ended: () => boolean,
  rests = false,
): () => void {
  let stopped = false;
  let last = "";
  let abort = new AbortController();
  let flowing = false;

  async function read(): Promise<void> {
    abort = new AbortController();
    let watch = setTimeout(() => abort.abort(), SILENCE_MS);
    const alive = () => {
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(), SILENCE_MS);
    };
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (last) headers["Last-Event-ID"] = last;
      const request = new Request(path, { headers, signal: abort.signal });
      const response = await send(request, false);
      if (!response.ok || !response.body) return;
      flowing = true;
      const text = new EventText();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        alive();
        heard();
        for (const event of text.take(value)) {
          if (event.id) last = event.id;
          on(event);
        }
      }
    } finally {
      flowing = false;
      clearTimeout(watch);
    }
  }

  void (async () => {
    for (let wait = 1000; !stopped && !ended(); wait = Math.min(wait * 2, 30_000)) {
      if (rests && document.hidden) {
        await seen();
        wait = 1000;
        if (stopped) return;
      }
      const began = Date.now();
      await read().catch(() => undefined);
      if (Date.now() - began > 10_000) wait = 1000;
      await new Promise((done) => setTimeout(done, wait * (0.75 + Math.random() / 2)));
    }
  })();
  // a page that was left may be kept in memory, and must not keep its connection
  const leave = () => abort.abort();
  let unseen: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(unseen);
    if (document.hidden) unseen = setTimeout(leave, UNSEEN_MS);
  };
  addEventListener("pagehide", leave);
  if (rests) document.addEventListener("visibilitychange", look);
  const backstop = setInterval(() => {
    if (!flowing && !ended() && !document.hidden) poll();
  }, POLL_MS);
  return () => {
    stopped = true;
    clearInterval(backstop);
    clearTimeout(unseen);
    removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", look);
    abort.abort();
  };
}
