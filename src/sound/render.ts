import type { Note } from './note';
import { PERIOD, waveOf } from './voices';

/** Samples a second of all that is rendered: overtones above 11 kHz are none that matter here, and files stay small. */
export const RATE = 22_050;

/** Left and right, of equal length, from -1 to 1. */
export interface Sound {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

export interface Place {
  /** the number of the voice, from 0 */
  readonly voice: number;
  /** from -1 on the left to 1 on the right */
  readonly pan: number;
}

export const silence = (seconds: number): Sound => {
  const length = Math.ceil(seconds * RATE);
  return { left: new Float32Array(length), right: new Float32Array(length) };
};

/** Seconds until a note has its full loudness: no click. */
const ATTACK = 0.004;
/** How loud one of 64 notes is, so that all of them together rarely reach the end of what a loudspeaker has. */
const NOTE = 0.06;
/** Equal notes begin at other places of their period, of which no two lie alike: or twenty of them would be twenty times as loud as one, or none. */
const GOLDEN = 0.618_033_988_749_895;

/** Adds notes to a sound that has begun `from` seconds ago. What does not find room at its end is left out. */
export function addNotes({ left, right }: Sound, notes: readonly Note[], { voice, pan }: Place, from = 0): void {
  // of equal power wherever it stands
  const turn = ((pan + 1) * Math.PI) / 4;
  const [toLeft, toRight] = [Math.cos(turn) * NOTE, Math.sin(turn) * NOTE];
  for (const [i, { at, hertz, loudness, brightness, seconds }] of notes.entries()) {
    const wave = waveOf(voice, brightness, Math.floor(RATE / 2 / hertz));
    const begin = Math.round((from + at) * RATE);
    const length = Math.min(Math.round(seconds * RATE), left.length - begin);
    const step = (hertz / RATE) * PERIOD;
    // a thousandth at its end
    const fade = Math.exp(Math.log(0.001) / (seconds * RATE));
    let place = ((i * i * GOLDEN) % 1) * PERIOD;
    let loud = loudness;
    for (let k = 0; k < length; k++) {
      const whole = Math.floor(place);
      const value = (wave[whole] + (place - whole) * (wave[whole + 1] - wave[whole])) * loud * Math.min(1, k / (ATTACK * RATE));
      left[begin + k] += value * toLeft;
      right[begin + k] += value * toRight;
      loud *= fade;
      place += step;
      if (place >= PERIOD) place -= PERIOD;
    }
  }
}

/** From here on what is louder is bent, so that nothing reaches 1. */
const SOFT = 0.7;

/** Bends what is too loud, in place. */
export function soften({ left, right }: Sound): void {
  for (const side of [left, right]) {
    for (let k = 0; k < side.length; k++) {
      const size = Math.abs(side[k]);
      if (size > SOFT) side[k] = Math.sign(side[k]) * (SOFT + (1 - SOFT) * Math.tanh((size - SOFT) / (1 - SOFT)));
    }
  }
}
