import { kept } from "../../core/kept";

export const sound = kept("courier.sound", true);

const EVERY_MS = 2_500;
let ears: AudioContext | null = null;

/// Browsers let a page be heard only after a tap.
export function wakeBell(): void {
  try {
    ears ??= new AudioContext();
    void ears.resume();
  } catch {
    // without sound the offer still fills the screen
  }
}

function strike(frequency: number, after: number): void {
  if (!ears || ears.state !== "running") return;
  const at = ears.currentTime + after;
  const [tone, loudness] = [ears.createOscillator(), ears.createGain()];
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.35, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.45);
  tone.connect(loudness).connect(ears.destination);
  tone.start(at);
  tone.stop(at + 0.5);
}

/// Two tones, again and again, until somebody answers. Returns how to stop that.
export function ring(): () => void {
  const once = () => {
    if (sound.value) {
      strike(660, 0);
      strike(990, 0.16);
    }
    navigator.vibrate?.([180, 90, 180]);
  };
  once();
  const timer = setInterval(once, EVERY_MS);
  return () => clearInterval(timer);
}

/// Once: something has changed that the courier should look at.
export function wakeUp(): void {
  if (sound.value) {
    strike(520, 0);
    strike(390, 0.2);
  }
  navigator.vibrate?.([120, 60, 120]);
}
