/** Samples a second of espeak-ng. */
export const SPEECH_RATE = 22_050;

/** Pixels of a side: bands of frequency, the highest one above, and steps of time. */
const SIDE = 28;
/** Seconds from one column to the next: 0.7 s in all. */
const HOP = 0.025;
/** Samples that a column looks at. */
const FRAME = 1024;
/** Hz: the middle of the lowest and of the highest band. */
const LOWEST = 120;
const HIGHEST = 7500;
/** dB below the loudest pixel of the clip that are black. */
const RANGE = 50;

const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
const hertzOf = (value: number) => 700 * (10 ** (value / 2595) - 1);

/** The edges and middles of the bands, evenly in mel: [SIDE + 2], Hz. */
const STEP = (mel(HIGHEST) - mel(LOWEST)) / (SIDE - 1);
const EDGES = Array.from({ length: SIDE + 2 }, (_, i) => hertzOf(mel(LOWEST) + (i - 1) * STEP));

/** Power by frequency of a frame with a Hann window: [FRAME / 2]. */
function powers(sound: Float64Array, from: number): Float64Array {
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

/** The log-mel spectrogram of a word, from its first sound on: [SIDE, SIDE] from 0 (50 dB below its loudest pixel) to 1, the highest band above. */
export function spectrogram(sound: Float64Array): Float64Array {
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const begin = Math.max(0, sound.findIndex((value) => Math.abs(value) > 0.02 * loudest) - FRAME / 2);
  const bands = new Float64Array(SIDE * SIDE);
  for (let column = 0; column < SIDE; column++) {
    const power = powers(sound, begin + Math.round(column * HOP * SPEECH_RATE));
    for (let band = 0; band < SIDE; band++) {
      const [low, middle, high] = EDGES.slice(band, band + 3);
      let sum = 0;
      for (let k = 0; k < power.length; k++) {
        const hertz = (k * SPEECH_RATE) / FRAME;
        const weight = Math.min((hertz - low) / (middle - low), (high - hertz) / (high - middle));
        if (weight > 0) sum += weight * power[k];
      }
      bands[(SIDE - 1 - band) * SIDE + column] = sum;
    }
  }
  const most = bands.reduce((a, b) => Math.max(a, b), 0);
  return bands.map((value) => Math.min(1, Math.max(0, 1 + (10 * Math.log10(value / most + 1e-12)) / RANGE)));
}
