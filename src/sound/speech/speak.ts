import { RATE } from '../render';
import { BANDS, HOP, placeOf, RANGE, SIDE } from './bands';

/** Seconds that a picture is heard. */
export const SPOKEN_SECONDS = SIDE * HOP;
/** Hz: the pitch at the beginning of a word and at its end. It is ours: pictures hold none. */
const PITCH = [125, 100] as const;
/** Hz: below, the voice hums; above, it hisses. */
const HISS = 3000;
/** Of a picture's loudest pixel, in what a loudspeaker has. */
const LOUD = 0.13;
/** Below half a step of the real pictures’ eight levels there is nothing. */
const LEAST = 0.5 / 7;

/** How loud a band is around a frequency of it, by its pixel: amplitude for each root of a Hz. */
function loudnessOf(pixel: number, band: number): number {
  if (pixel < LEAST) return 0;
  const { below, above } = BANDS[band];
  return 10 ** (((pixel - 1) * RANGE) / 20) / Math.sqrt((below + above) / 2);
}

/** [SIDE bands][SIDE columns] */
function loudnesses(pixels: ArrayLike<number>): readonly Float64Array[] {
  return BANDS.map((_, band) => Float64Array.from({ length: SIDE }, (_, column) => loudnessOf(pixels[placeOf(band, column)] / 255, band)));
}

/** Numbers from -1 to 1, the same ones every time. */
function createNoise(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Adds, over time, what `wave` gives for each sample, as loud as `loud` says for each column. */
function add(into: Float32Array, loud: (column: number) => number, wave: (k: number) => number): void {
  const step = HOP * RATE;
  for (let column = 0; column < SIDE; column++) {
    const [from, to] = [loud(column), column + 1 < SIDE ? loud(column + 1) : 0];
    const [begin, end] = [Math.round(column * step), Math.min(into.length, Math.round((column + 1) * step))];
    for (let k = begin; k < end; k++) {
      const value = wave(k);
      if (from > 0 || to > 0) into[k] += value * (from + ((k - begin) / step) * (to - from));
    }
  }
}

/** Between the two bands around a frequency. */
function between(bands: readonly Float64Array[], hertz: number): (column: number) => number {
  const above = BANDS.findIndex(({ middle }) => middle >= hertz);
  if (above <= 0) return (column) => bands[Math.max(0, above)][column];
  const part = (hertz - BANDS[above - 1].middle) / (BANDS[above].middle - BANDS[above - 1].middle);
  return (column) => (1 - part) * bands[above - 1][column] + part * bands[above][column];
}

/** White noise through a resonator: the bandwidth is that of the band. Its root mean square is 1. */
function hissOf(band: number): (k: number) => number {
  const { middle, below, above } = BANDS[band];
  const radius = Math.exp((-Math.PI * (below + above)) / 2 / RATE);
  const [first, second] = [2 * radius * Math.cos((2 * Math.PI * middle) / RATE), -radius * radius];
  const noise = createNoise();
  let [before, last] = [0, 0];
  // white noise from -1 to 1 has a variance of 1/3
  const power = (1 - second) / ((1 + second) * ((1 - second) ** 2 - first * first)) / 3;
  const scale = 1 / Math.sqrt(power);
  return () => {
    const value = first * last + second * before + noise();
    before = last;
    last = value;
    return value * scale;
  };
}

/**
 * A picture of a spoken word as sound: `SPOKEN_SECONDS` of `RATE` samples a second. Overtones of one voice up to 3,000 Hz, noise above it, each as loud
 * as the pixels say. The same sound every time.
 * @param pixels a byte a pixel, [SIDE * SIDE]
 */
export function speak(pixels: ArrayLike<number>): Float32Array {
  const sound = new Float32Array(Math.round(SPOKEN_SECONDS * RATE));
  const bands = loudnesses(pixels);
  const [high, low] = PITCH;
  // turns of the voice until each sample: its pitch falls evenly
  const turns = (k: number) => (high * k + ((low - high) * k * k) / (2 * sound.length)) / RATE;
  for (let overtone = 1; overtone * high < HISS; overtone++) {
    const loud = between(bands, (overtone * (high + low)) / 2);
    // of all that is around it, so wide
    const width = Math.sqrt(2 * ((high + low) / 2));
    add(
      sound,
      (column) => width * loud(column),
      (k) => Math.sin(2 * Math.PI * (overtone * turns(k) + 0.618 * overtone * overtone)),
    );
  }
  for (const [band, { middle, below, above }] of BANDS.entries()) {
    if (middle < HISS) continue;
    const width = Math.sqrt((below + above) / 2);
    add(sound, (column) => width * bands[band][column], hissOf(band));
  }
  const edge = 0.004 * RATE;
  for (let k = 0; k < sound.length; k++) sound[k] *= LOUD * Math.min(1, k / edge, (sound.length - k) / edge);
  return sound;
}
