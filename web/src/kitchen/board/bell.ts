import { signal } from "@preact/signals";
import { kept } from "../../core/kept";

export const soundOn = kept("kitchen.sound", true);
/// Browsers let no page sound before it was touched.
export const audible = signal(false);

let context: AudioContext | null = null;

/// Call it from a click or a key.
export async function unlock(): Promise<void> {
  try {
    context ??= new AudioContext();
    if (context.state !== "running") await context.resume();
    audible.value = context.state === "running";
  } catch {
    audible.value = false;
  }
}

function note(pitch: number, at: number, length: number): void {
  if (!context) return;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = "triangle";
  tone.frequency.value = pitch;
  const start = context.currentTime + at;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.5, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + length);
}

/// Rises: somebody is hungry. Falls: somebody isn't any more.
const RINGS = {
  new: [[660, 0], [880, 0.18], [660, 0.5], [880, 0.68]],
  cancelled: [[520, 0], [390, 0.25], [260, 0.5]],
} as const;
export type Ring = keyof typeof RINGS;

const EVERY_MS = 3000;
const SOON_MS = 1500;

export interface Bell { stop: () => void; now: () => void }

/// Rings while there is a reason, in one of this restaurant's tabs: the one that can be heard and
/// came first.
export function startBell(restaurant: number, reasons: () => Ring[]): Bell {
  let mine = !navigator.locks;
  let asked = false;
  let rang = 0;
  const end = new AbortController();
  const turn = () => {
    if (!asked && audible.value && navigator.locks) {
      asked = true;
      navigator.locks
        .request(`gofood.bell.${restaurant}`, { signal: end.signal }, () => {
          mine = true;
          turn();
          return new Promise<void>((done) => end.signal.addEventListener("abort", () => done()));
        })
        .catch(() => undefined);
    }
    if (!mine || !audible.value || !soundOn.value || Date.now() - rang < SOON_MS) return;
    let after = 0;
    for (const reason of reasons()) {
      rang = Date.now();
      for (const [pitch, at] of RINGS[reason]) note(pitch, after + at, 0.28);
      after += 1.2;
    }
  };
  const timer = setInterval(turn, EVERY_MS);
  const touched = () => void unlock().then(turn);
  addEventListener("pointerdown", touched);
  addEventListener("keydown", touched);
  const stop = () => {
    clearInterval(timer);
    end.abort();
    removeEventListener("pointerdown", touched);
    removeEventListener("keydown", touched);
  };
  return { stop, now: turn };
}
