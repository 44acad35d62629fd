import { type Place, RATE, type Sound, silence } from './render';
import { PERIOD, waveOf } from './voices';

/** The pitch of the lowest value, Hz, and how many octaves above it the highest one lies. */
const LOW = 220;
const OCTAVES = 2;
const LOUD = 0.16;
const BRIGHT = 0.3;
/** Seconds of a rise or fall where a curve begins and ends, and where it has a gap: no click. */
const EDGE = 0.008;

/** The pitch of a value between two others, Hz. */
export const pitchOf = (value: number, low: number, high: number): number =>
  LOW * 2 ** (OCTAVES * (high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5));

/**
 * A curve as a line of sound that rises and falls with it, between two values that are the lowest and the highest tone. Where it has no value there
 * is silence.
 */
export function curveSound(
  values: readonly (number | null)[],
  [low, high]: readonly [number, number],
  { voice, pan }: Place,
  seconds: number,
): Sound {
  const sound = silence(seconds);
  const { left, right } = sound;
  const turn = ((pan + 1) * Math.PI) / 4;
  const wave = waveOf(voice, BRIGHT, Math.floor(RATE / 2 / (LOW * 2 ** OCTAVES)));
  let [place, loud] = [0, 0];
  let hertz = LOW;
  for (let k = 0; k < left.length; k++) {
    const at = (k / left.length) * (values.length - 1);
    const [a, b] = [values[Math.floor(at)], values[Math.min(values.length - 1, Math.floor(at) + 1)]];
    const value = a === null || b === null || a === undefined || b === undefined ? null : a + (at - Math.floor(at)) * (b - a);
    if (value !== null) hertz = pitchOf(value, low, high);
    const ends = left.length - k < EDGE * RATE;
    loud = Math.min(1, Math.max(0, loud + (value === null || ends ? -1 : 1) / (EDGE * RATE)));
    const whole = Math.floor(place);
    const heard = LOUD * loud * (wave[whole] + (place - whole) * (wave[whole + 1] - wave[whole]));
    left[k] = heard * Math.cos(turn);
    right[k] = heard * Math.sin(turn);
    place = (place + (hertz / RATE) * PERIOD) % PERIOD;
  }
  return sound;
}
