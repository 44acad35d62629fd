import { describe, expect, it } from 'vitest';
import { KINDS } from '../engine/kinds/about';
import type { ShownImages } from '../engine/kinds/images';
import type { ShownPoints } from '../engine/kinds/points';
import type { ShownText } from '../engine/kinds/text';
import type { Preview } from '../engine/results';
import { curveSound, pitchOf } from './curveSound';
import { chordKinds, chordOf } from './kinds';
import { addNotes, RATE, type Sound, silence } from './render';
import { soundAtOnce } from './runSound';
import { hertzOf } from './scale';
import { HEARD, scheduleOf } from './schedule';
import { toWav } from './wav';

/** Eight modes on a circle, 2 from its middle. */
const modes = Float32Array.from(
  { length: 16 },
  (_, i) => 2 * (i % 2 === 0 ? Math.cos((Math.PI * Math.floor(i / 2)) / 4) : Math.sin((Math.PI * Math.floor(i / 2)) / 4)),
);
const preview = {
  real: { kind: 'points', count: 0 },
  ghost: null,
  extent: 3,
  modes,
  reach: 0.45,
  weights: Array(8).fill(1 / 8),
} as unknown as Preview;

/** So many points of each of these modes, at their centres or beside them. */
function pointsOf(of: readonly number[], beside: readonly [number, number] = [0, 0], count = 500): ShownPoints {
  const values = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const mode = of[i % of.length];
    values.set([modes[2 * mode] + beside[0], modes[2 * mode + 1] + beside[1]], 2 * i);
  }
  return { kind: 'points', count, dim: 2, values, components: new Float32Array(0) };
}

/** How much of a frequency is in a sound: Goertzel's algorithm, with a Hann window. */
function power({ left, right }: Sound, hertz: number): number {
  const [n, turn] = [left.length, (2 * Math.PI * hertz) / RATE];
  let [a, b] = [0, 0];
  for (let k = 0; k < n; k++) [a, b] = [(left[k] + right[k]) * (0.5 - 0.5 * Math.cos((2 * Math.PI * k) / n)) + 2 * Math.cos(turn) * a - b, a];
  return Math.sqrt(Math.max(0, a * a + b * b - 2 * Math.cos(turn) * a * b)) / n;
}

const FRAME = Math.round(0.15 * RATE);

/** The same over short stretches of time, as an ear and a spectrogram have it: notes of one pitch that are struck one after another do not cancel. */
function powerInTime({ left, right }: Sound, hertz: number): number {
  const begins = Array.from({ length: Math.floor((2 * left.length) / FRAME) - 1 }, (_, i) => (i * FRAME) >> 1);
  const parts = begins.map((begin) => power({ left: left.subarray(begin, begin + FRAME), right: right.subarray(begin, begin + FRAME) }, hertz) ** 2);
  return Math.sqrt(parts.reduce((sum, part) => sum + part, 0) / parts.length);
}

/** The tones of a scale of eight that are heard in a sound: at least a sixth as loud as the loudest one. Overtones of others, and what leaks from one frequency to the next, stay below a tenth. */
function tonesHeard(sound: Sound): number[] {
  const heard = Array.from({ length: 8 }, (_, tone) => powerInTime(sound, hertzOf(tone, 8)));
  return heard.flatMap((loud, tone) => (loud > Math.max(...heard) / 6 ? [tone] : []));
}

it('has a way to hear every kind', () => expect(chordKinds.map(({ id }) => id)).toEqual(KINDS.map(({ id }) => id)));

describe('the schedule of notes', () => {
  it('gives each mode a tone that rises with x, all on a scale of two octaves', () => {
    const chord = chordOf(pointsOf([0, 1, 2, 3, 4, 5, 6, 7]), preview);
    const notes = scheduleOf(chord as NonNullable<typeof chord>, 1);
    expect(notes).toHaveLength(HEARD);
    expect(new Set(notes.map(({ hertz }) => hertz.toFixed(3))).size).toBe(8);
    expect(Math.max(...notes.map(({ hertz }) => hertz)) / Math.min(...notes.map(({ hertz }) => hertz))).toBeLessThan(4);
    expect(notes.every(({ at }, i) => at === i / HEARD)).toBe(true);
    // mode 0 is the rightmost, mode 4 the leftmost one
    const hertzOfMode = (mode: number) => scheduleOf(chordOf(pointsOf([mode]), preview) as NonNullable<typeof chord>, 1)[0].hertz;
    expect(hertzOfMode(4)).toBeCloseTo(hertzOf(0, 8), 6);
    expect(hertzOfMode(0)).toBeCloseTo(hertzOf(7, 8), 6);
  });

  it('rises with the tone, and stays where loudspeakers are, however many tones there are', () => {
    for (const tones of [1, 2, 8, 10, 11, 15, 16, 26, 29, 30, 400]) {
      const pitches = Array.from({ length: tones }, (_, tone) => hertzOf(tone, tones));
      expect(
        pitches.every((hertz, i) => i === 0 || hertz > pitches[i - 1]),
        String(tones),
      ).toBe(true);
      expect([pitches[0] > 100, pitches[tones - 1] < 2200]).toEqual([true, true]);
    }
  });

  it('puts a sample the further out of tune the further it is from its mode, upwards on the right', () => {
    const cents = (dx: number) => (chordOf(pointsOf([0], [dx, 0]), preview)?.struck ?? [])[0].cents;
    expect(cents(0)).toBeCloseTo(0, 4);
    expect(cents(0.45)).toBeCloseTo(60, 3);
    expect(cents(-0.225)).toBeCloseTo(-30, 3);
    expect(cents(5)).toBe(120);
  });

  it('gives ten columns a tone each where there are no modes', () => {
    const chord = chordOf(
      { ...pointsOf([0]), values: Float32Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? -3 + (6 * (i + 1)) / 1000 : 0)) } as ShownPoints,
      { ...preview, modes: new Float32Array(0) },
    );
    expect(new Set(chord?.struck.map(({ tone }) => tone)).size).toBe(10);
    expect(chord?.tones).toBe(10);
  });

  it('hears digits by what they are read as, and grey ones softly', () => {
    const [count, side] = [64, 4];
    const values = Uint8Array.from({ length: count * side * side }, (_, i) => (i < 32 * side * side ? (i % 2) * 255 : 120 + (i % 2)));
    const shown: ShownImages = { kind: 'images', count, side, values, classes: Uint8Array.from({ length: count }, (_, i) => i % 10) };
    const chord = chordOf(shown, preview);
    expect(chord?.tones).toBe(10);
    expect(new Set(chord?.struck.map(({ tone }) => tone)).size).toBe(10);
    expect(chord?.struck[0].loudness).toBe(1);
    expect(chord?.struck[63].loudness).toBeLessThan(0.3);
    const { classes: _, ...unread } = shown;
    expect(chordOf(unread, preview)).toBeNull();
  });

  it('hears names and words by their first letters, those of the real data brightly', () => {
    const text = (pieces: string[], known?: Uint8Array): ShownText => ({
      kind: 'text',
      isRunning: false,
      count: pieces.length,
      pieces,
      ...(known && { known }),
    });
    const real = { ...preview, real: text(['anna', 'bert', 'zoe', '(carl)']) };
    const chord = chordOf(text(['Zora', 'bea', 'bert', 'xaver'], Uint8Array.of(0, 0, 1, 0)), real);
    expect(chord?.tones).toBe(4);
    expect(chord?.struck.map(({ tone }) => tone)).toEqual([3, 1, 1]);
    expect(chord?.struck.map(({ brightness }) => brightness > 0.5)).toEqual([false, false, true]);
  });
});

describe('the sound', () => {
  it('has as many tones as there are modes, and one less for each that is lost', () => {
    const beat = (of: readonly number[]) => soundAtOnce([[pointsOf(of)], [pointsOf(of)]], { preview, seconds: 0.5 });
    for (const of of [[0, 1, 2, 3, 4, 5, 6, 7], [0, 2, 3, 5, 6], [1, 4], [3]]) {
      const heard = tonesHeard(beat(of));
      expect(heard, of.join()).toHaveLength(of.length);
    }
  });

  it('never reaches its end, is as loud as it was when all notes are one, and comes out the same twice', () => {
    const loud = ({ left }: Sound) => Math.sqrt(left.reduce((sum, value) => sum + value * value, 0) / left.length);
    const [chord, drone] = [[0, 1, 2, 3, 4, 5, 6, 7], [2]].map((of) =>
      soundAtOnce([[pointsOf(of), pointsOf(of), pointsOf(of)]], { preview, seconds: 0.5 }),
    );
    expect(Math.max(...chord.left, ...chord.right, ...drone.left, ...drone.right)).toBeLessThan(1);
    expect(loud(drone) / loud(chord)).toBeGreaterThan(0.5);
    expect(loud(drone) / loud(chord)).toBeLessThan(2);
    expect(soundAtOnce([[pointsOf([1, 2])]], { preview, seconds: 0.5 })).toEqual(soundAtOnce([[pointsOf([1, 2])]], { preview, seconds: 0.5 }));
  });

  it('stands where its loop stands, and is heard alone', () => {
    const beats = [[pointsOf([1]), pointsOf([1]), pointsOf([1])]];
    const energy = (side: Float32Array) => side.reduce((sum, value) => sum + value * value, 0);
    const [first, middle, last] = [0, 1, 2].map((alone) => soundAtOnce(beats, { preview, seconds: 0.5, alone }));
    expect(energy(first.left)).toBeGreaterThan(5 * energy(first.right));
    expect(energy(middle.left)).toBeCloseTo(energy(middle.right), 6);
    expect(energy(last.right)).toBeGreaterThan(5 * energy(last.left));
  });

  it('has no note of a loop without samples', () => {
    const { left } = soundAtOnce([[null]], { preview, seconds: 0.5 });
    expect(left.some((value) => value !== 0)).toBe(false);
  });

  it('has no frequency that comes back from above half its rate', () => {
    const sound = silence(1);
    addNotes(sound, [{ at: 0, hertz: 3000, loudness: 1, brightness: 1, seconds: 1 }], { voice: 0, pan: 0 });
    // 3000 * 5 = 15000 would be heard at 22050 - 15000
    expect(power(sound, RATE - 15_000)).toBeLessThan(0.001 * power(sound, 3000));
  });
});

describe('a curve', () => {
  it('rises and falls with its values, and is silent where it has none', () => {
    const sound = curveSound([0, 0, null, null, 1, 1], [0, 1], { voice: 2, pan: 0 }, 1);
    const part = (from: number, to: number): Sound => ({
      left: sound.left.slice(from * RATE, to * RATE),
      right: sound.right.slice(from * RATE, to * RATE),
    });
    expect(power(part(0, 0.2), 220)).toBeGreaterThan(10 * power(part(0, 0.2), 880));
    expect(power(part(0.8, 1), 880)).toBeGreaterThan(10 * power(part(0.8, 1), 220));
    expect(part(0.45, 0.55).left.every((value) => value === 0)).toBe(true);
    expect([pitchOf(0.5, 0, 1), pitchOf(7, 0, 1), pitchOf(3, 3, 3)]).toEqual([440, 880, 440]);
  });
});

it('a WAV file says what it is, and holds each sample', () => {
  const sound = { left: Float32Array.of(0, 0.5, -1), right: Float32Array.of(1, -0.5, 2) };
  const bytes = toWav(sound, { title: 'Ring', link: 'https://example.org/?v=1', software: 'MAD Lab 0.1.0' });
  const text = String.fromCharCode(...bytes);
  const view = new DataView(bytes.buffer);
  expect([text.slice(0, 4), text.slice(8, 12), view.getUint32(4, true)]).toEqual(['RIFF', 'WAVE', bytes.length - 8]);
  for (const words of ['INAM', 'Ring\0', 'https://example.org/?v=1\0', 'MAD Lab 0.1.0\0']) expect(text).toContain(words);
  const data = text.indexOf('data');
  expect(data % 2).toBe(0);
  expect(view.getUint32(data + 4, true)).toBe(12);
  expect([0, 1, 2, 3, 4, 5].map((i) => view.getInt16(data + 8 + 2 * i, true))).toEqual([0, 32_767, 16_384, -16_383, -32_767, 32_767]);
});
