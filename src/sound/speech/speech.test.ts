import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { spectrogram } from '../../../tools/spectrogram';
import { openImageFeatures } from '../../engine/datasets/imageFeatures';
import { SPEECH } from '../../engine/datasets/imageSets';
import { RATE } from '../render';
import { BANDS, placeOf, SIDE, takes } from './bands';
import { SPOKEN_SECONDS, speak } from './speak';

const SIZE = SIDE * SIDE;
const packed = gunzipSync(readFileSync('public/speech/test-00.bin'));
/** A held-out picture, a byte a pixel. */
const picture = (row: number) => packed.subarray(row * SIZE, (row + 1) * SIZE).map((value) => Math.round((255 * value) / SPEECH.full));
const loudest = (sound: Float32Array) => sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const power = (sound: Float32Array) => sound.reduce((sum, value) => sum + value * value, 0);

it('what is heard holds what the picture shows: its own spectrogram is read as the same digit', async () => {
  const { features, classify } = await openImageFeatures(
    { rung: 'cpu', tensors: () => Promise.reject(new Error('no tensors')), load: async (path) => readFileSync(`public/${path}`) },
    SPEECH,
  );
  const read = (values: Float32Array) => classify(features({ kind: 'images', count: 1, dim: SIZE, values }))[0];
  let [same, apart] = [0, 0];
  const count = 60;
  for (let row = 0; row < count; row++) {
    const pixels = picture(row);
    const heard = spectrogram(speak(pixels), RATE, 0);
    apart += heard.reduce((sum, value, i) => sum + Math.abs(value - pixels[i] / 255), 0) / SIZE / count;
    same += Number(read(Float32Array.from(heard)) === read(Float32Array.from(pixels, (value) => value / 255)));
  }
  // of 200 held-out digits 199 are; a pixel is 5 dB of 38 wrong on average where it is heard, in eight levels of 5 dB
  expect(same).toBeGreaterThanOrEqual(0.95 * count);
  expect(apart).toBeLessThan(0.09);
});

it('is the same every time, as long as the picture, and never louder than a loudspeaker has', () => {
  const sounds = Array.from({ length: 20 }, (_, row) => speak(picture(row)));
  for (const sound of sounds) expect(sound).toHaveLength(Math.round(SPOKEN_SECONDS * RATE));
  expect(Math.max(...sounds.map(loudest))).toBeLessThan(1);
  expect(Math.min(...sounds.map(loudest))).toBeGreaterThan(0.1);
  expect(speak(picture(7))).toEqual(sounds[7]);
});

it('nothing is silence, and a greyer picture is softer', () => {
  expect(loudest(speak(new Uint8Array(SIZE)))).toBe(0);
  const [clear, grey] = [picture(3), picture(3).map((value) => Math.round(0.6 * value))];
  expect(power(speak(grey))).toBeLessThan(power(speak(clear)) / 10);
});

it('a single pixel sounds in its own band and at its own time', () => {
  for (const [band, column] of [
    [4, 6],
    [12, 20],
    [25, 10],
  ]) {
    const pixels = new Uint8Array(SIZE);
    pixels[placeOf(band, column)] = 255;
    const heard = spectrogram(speak(pixels), RATE, 0);
    const at = heard.indexOf(Math.max(...heard));
    expect(Math.abs(SIDE - 1 - Math.floor(at / SIDE) - band), `band ${band}`).toBeLessThanOrEqual(1);
    expect(at % SIDE, `column ${column}`).toBe(column);
  }
});

it('bands rise evenly in mel, and each takes all of its middle', () => {
  const mels = BANDS.map(({ middle }) => 2595 * Math.log10(1 + middle / 700));
  expect([BANDS[0].middle, BANDS[SIDE - 1].middle].map(Math.round)).toEqual([120, 7500]);
  for (let band = 1; band < SIDE; band++) expect(mels[band] - mels[band - 1]).toBeCloseTo(mels[1] - mels[0], 9);
  for (const band of BANDS)
    expect([takes(band, band.middle), takes(band, band.middle + band.above), takes(band, band.middle - band.below)]).toEqual([1, 0, 0]);
});
