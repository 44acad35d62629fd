import { RATE } from '../render';
import { BANDS, type Band, HOP, placeOf, RANGE, SIDE } from './bands';

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

/** Samples from one column to the next. */
const STEP = HOP * RATE;

/** Places of one period of the voice: a power of two. */
const PERIOD = 512;
const SINE = Float32Array.from({ length: PERIOD }, (_, i) => Math.sin((2 * Math.PI * i) / PERIOD));
/** Overtones begin at places of which no two lie alike, or all of them would add up to a click. */
const beginOf = (overtone: number) => Math.round(0.618 * overtone * overtone * PERIOD);

/** How loud a frequency is in a column, between the two bands around it. */
function loudAt(bands: readonly Float64Array[], hertz: number, column: number): number {
  const above = BANDS.findIndex(({ middle }) => middle >= hertz);
  if (above <= 0) return bands[0][column];
  const part = (hertz - BANDS[above - 1].middle) / (BANDS[above].middle - BANDS[above - 1].middle);
  return (1 - part) * bands[above - 1][column] + part * bands[above][column];
}

/** One period of the voice in a column: [PERIOD]. */
function periodOf(bands: readonly Float64Array[], column: number): Float32Array {
  const period = new Float32Array(PERIOD);
  const pitch = (PITCH[0] + PITCH[1]) / 2;
  for (let overtone = 1; overtone * pitch < HISS; overtone++) {
    // of all that is around it, as far as the next one
    const loud = Math.sqrt(2 * pitch) * loudAt(bands, overtone * pitch, column);
    if (loud === 0) continue;
    const begin = beginOf(overtone);
    for (let i = 0; i < PERIOD; i++) period[i] += loud * SINE[(overtone * i + begin) & (PERIOD - 1)];
  }
  return period;
}

/** Adds the voice: its period changes from column to column, its pitch falls evenly. */
function addVoice(into: Float32Array, bands: readonly Float64Array[]): void {
  const periods = Array.from({ length: SIDE }, (_, column) => periodOf(bands, column));
  const silent = new Float32Array(PERIOD);
  let place = 0;
  for (let k = 0; k < into.length; k++) {
    const column = Math.floor(k / STEP);
    const part = k / STEP - column;
    const at = Math.floor(place);
    const rest = place - at;
    const next = (at + 1) & (PERIOD - 1);
    const [now, then] = [periods[column], periods[column + 1] ?? silent];
    const here = now[at] + rest * (now[next] - now[at]);
    into[k] += here + part * (then[at] + rest * (then[next] - then[at]) - here);
    place += (PERIOD * (PITCH[0] + (k / into.length) * (PITCH[1] - PITCH[0]))) / RATE;
    if (place >= PERIOD) place -= PERIOD;
  }
}

/** Adds the hiss of a band: white noise through a resonator as wide as the band. */
function addHiss(into: Float32Array, { middle, below, above }: Band, loud: Float64Array): void {
  const radius = Math.exp((-Math.PI * (below + above)) / 2 / RATE);
  const [first, second] = [2 * radius * Math.cos((2 * Math.PI * middle) / RATE), -radius * radius];
  // its root mean square is 1: white noise from -1 to 1 has a variance of 1/3
  const scale = Math.sqrt((3 * (1 + second) * ((1 - second) ** 2 - first * first)) / (1 - second)) * Math.sqrt((below + above) / 2);
  const noise = createNoise();
  let [before, last] = [0, 0];
  for (let k = 0; k < into.length; k++) {
    const value = first * last + second * before + noise();
    before = last;
    last = value;
    const column = Math.floor(k / STEP);
    const then = loud[column + 1] ?? 0;
    into[k] += scale * value * (loud[column] + (k / STEP - column) * (then - loud[column]));
  }
}

/**
 * A picture of a spoken word as sound: `SPOKEN_SECONDS` of `RATE` samples a second. Overtones of one voice up to 3,000 Hz, noise above it, each as loud
 * as the pixels say. The same sound every time.
 * @param pixels a byte a pixel, [SIDE * SIDE]
 */
export function speak(pixels: ArrayLike<number>): Float32Array {
  const sound = new Float32Array(Math.round(SPOKEN_SECONDS * RATE));
  const bands = loudnesses(pixels);
  addVoice(sound, bands);
  for (const [band, about] of BANDS.entries()) if (about.middle >= HISS) addHiss(sound, about, bands[band]);
  const edge = 0.004 * RATE;
  for (let k = 0; k < sound.length; k++) sound[k] *= LOUD * Math.min(1, k / edge, (sound.length - k) / edge);
  return sound;
}
