import { BANDS, HOP, placeOf, RANGE, SIDE, takes } from '../src/sound/speech/bands';

/** Samples that a column looks at. */
const FRAME = 1024;

/** Power by frequency of a frame with a Hann window: [FRAME / 2]. */
function powers(sound: ArrayLike<number>, from: number): Float64Array {
  const real = new Float64Array(FRAME);
  const imaginary = new Float64Array(FRAME);
  for (let k = 0; k < FRAME; k++) real[k] = (sound[from + k] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * k) / FRAME));
  transform(real, imaginary);
  return Float64Array.from({ length: FRAME / 2 }, (_, k) => real[k] ** 2 + imaginary[k] ** 2);
}

/** The discrete Fourier transform in place, of a power of two. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const n = real.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j], real[i]];
      [imaginary[i], imaginary[j]] = [imaginary[j], imaginary[i]];
    }
  }
  for (let size = 2; size <= n; size *= 2) {
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < size / 2; k++) {
        const turn = (-2 * Math.PI * k) / size;
        const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
        const [a, b] = [start + k, start + k + size / 2];
        const [x, y] = [real[b] * cos - imaginary[b] * sin, real[b] * sin + imaginary[b] * cos];
        [real[b], imaginary[b]] = [real[a] - x, imaginary[a] - y];
        [real[a], imaginary[a]] = [real[a] + x, imaginary[a] + y];
      }
    }
  }
}

/** The sample at which a word is first heard. */
export function onsetOf(sound: ArrayLike<number>): number {
  const samples = Array.from(sound, Math.abs);
  const loudest = samples.reduce((most, size) => Math.max(most, size), 0);
  return samples.findIndex((size) => size > 0.02 * loudest);
}

/**
 * The picture of a word: [SIDE, SIDE] from 0 (RANGE dB below its loudest pixel, or less) to 1.
 * @param rate samples a second
 * @param from the sample on which the first column stands
 */
export function spectrogram(sound: ArrayLike<number>, rate: number, from: number): Float64Array {
  const bands = new Float64Array(SIDE * SIDE);
  for (let column = 0; column < SIDE; column++) {
    const power = powers(sound, from - FRAME / 2 + Math.round(column * HOP * rate));
    for (const [number, band] of BANDS.entries()) {
      bands[placeOf(number, column)] = power.reduce((sum, value, k) => sum + takes(band, (k * rate) / FRAME) * value, 0);
    }
  }
  const most = bands.reduce((a, b) => Math.max(a, b), 0);
  return bands.map((value) => Math.min(1, Math.max(0, 1 + (10 * Math.log10(value / most + 1e-12)) / RANGE)));
}
