import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { ShownImages } from '../../engine/kinds/images';
import type { ShownPoints } from '../../engine/kinds/points';
import type { ShownText } from '../../engine/kinds/text';
import type { Preview, ShownSamples } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import type { Results } from '../files/results';
import { filmWall } from '../kinds/images/filmWall';
import { type Film, filmOf } from './film';
import { chosen, filmable, MOST_PICTURES } from './filmChoice';
import type { Part } from './filmPart';
import { fitted, secondsOf } from './makeGif';

const points: ShownPoints = {
  kind: 'points',
  count: 3,
  dim: 2,
  values: Float32Array.of(0, 0, 1, -1, 0.5, 9),
  components: Float32Array.of(1, 0, 0, 1, 0, 0.5),
};
const images = (side: number): ShownImages => ({ kind: 'images', count: 64, side, values: new Uint8Array(64 * side * side).fill(200) });
const names: ShownText = { kind: 'text', count: 2, pieces: ['anna', 'bert'], isRunning: false, known: Uint16Array.of(1, 0) } as unknown as ShownText;
const previewOf = (real: ShownSamples): Preview => ({
  real,
  ghost: real.kind === 'points' ? { width: 4, height: 4, density: new Float32Array(16).fill(0.1) } : null,
  extent: 2,
  reach: 1,
  weights: [],
  modes: new Float32Array(0),
});

function resultsOf(query: Record<string, unknown>, shown: ShownSamples, generations: number, link = 'https://lab.example/?v=1&seed=77'): Results {
  const { experiment } = parseExperiment({ seed: 77, generations: 400, ...query });
  const frames = Array.from({ length: generations }, (_, i) =>
    frameOf(
      i + 1,
      experiment.loop.map((loop, at) =>
        laneOf(loop, {
          scores: { recall: i === 2 ? null : Math.max(0, 0.9 - 0.01 * i - 0.02 * at) },
          undefined: { recall: 'fewer than 6 samples' },
          shares: aliveModes('11110111'),
          shown,
        }),
      ),
    ),
  );
  return { experiment, frames, noise: null, backend: 'wasm', version: '9.8.7', link, exported: '2026-11-29' };
}

function film(results: Results, real: ShownSamples, most = MOST_PICTURES): Film {
  const made = filmOf({ results, preview: previewOf(real), most });
  if (!made) throw new Error('no film');
  return made;
}

const wordsIn = (parts: readonly Part[]): string =>
  parts.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.parts.map(({ text }) => text).join('')] : []))).join('\n');

describe('filmOf', () => {
  it('is the same whenever it is asked for, and says what is seen: title, generation, scores, seed, version and link', () => {
    const results = resultsOf({}, points, 12);
    const [one, other] = [film(results, points), film({ ...results, exported: '2030-01-01' }, points)];
    const all = (of: Film) => JSON.stringify([of.still, of.generations.map((_, at) => of.partsOf(at)), of.alt, of.comment]);
    expect(all(one)).toBe(all(other));
    expect(one.generations).toEqual(Array.from({ length: 13 }, (_, i) => i));
    expect(wordsIn(one.partsOf(0))).toContain('Real data');
    const twelfth = wordsIn(one.partsOf(12));
    expect(twelfth).toContain('Generation 12 of 400');
    expect(twelfth).toContain('Recall 0.79');
    expect(twelfth).toContain('7 of 8 modes');
    expect(wordsIn(one.partsOf(3))).toContain('Recall: none (fewer than 6');
    const still = wordsIn(one.still).replaceAll('\n', ' ');
    for (const words of [
      'Fully synthetic',
      'Gaussian mixture',
      'Seed 77',
      'MAD Lab 9.8.7',
      'https://lab.example/?v=1&seed=77',
      'all 12 generations computed',
    ]) {
      expect(still).toContain(words);
    }
    expect(one.alt).toMatch(/^Animated picture: .*fully synthetic.* from the real data up to generation 12\. At the end: .+\.$/);
  });

  it('chooses evenly where there are many generations, the first and the last among them, and says so', () => {
    const results = resultsOf({}, points, 400);
    const { generations, still } = film(results, points);
    expect(generations).toHaveLength(MOST_PICTURES);
    expect([generations[0], generations.at(-1)]).toEqual([0, 400]);
    const steps = generations.slice(1).map((generation, i) => generation - generations[i]);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
    expect(wordsIn(still).replaceAll('\n', ' ')).toContain('100 of the 400 generations computed, evenly, the first and the last among them');
  });

  it('leaves out generations that have not kept their samples, and there is none without any', () => {
    const { frames, ...rest } = resultsOf({}, points, 9);
    const some = frames.map((frame, i) => (i % 4 === 0 ? frame : { ...frame, lanes: frame.lanes.map((lane) => ({ ...lane, shown: null })) }));
    const { generations, still } = film({ frames: some, ...rest }, points);
    expect(generations).toEqual([0, 1, 5, 9]);
    expect(wordsIn(still)).toContain('the 3 generations that have kept their samples');
    const none = { ...points, count: 0 };
    expect(filmable(resultsOf({}, none, 9).frames, previewOf(points))).toEqual([]);
    expect(filmOf({ results: resultsOf({}, points, 0), preview: previewOf(points), most: 9 })).toBeNull();
  });

  it('holds the whole link in what the file says of itself, also where the picture has no room for it', () => {
    const link = `https://lab.example/?v=1&seed=77&changes=${'31:real=12;'.repeat(40)}`;
    const { comment, still } = film(resultsOf({}, points, 3, link), points);
    expect(comment).toContain(link);
    expect(wordsIn(still)).toContain('https://lab.example/ (the link to this very run stands in the file’s comment)');
  });

  it.each([
    ['one loop', { loop: 'fully-synthetic' }, points],
    ['two loops', { loop: 'fully-synthetic,fresh-data' }, points],
    ['three loops', {}, points],
    ['digits', { model: 'vae', dataset: 'digits' }, images(28)],
    ['names', { dataset: 'names' }, names],
    ['a score of a Gaussian', { model: 'gaussian', dataset: 'gaussian' }, points],
    ['replicates', { replicates: 4 }, points],
  ] as const)('has room for all of it: %s', (_, query, shown) => {
    const { width, height, still, partsOf } = film(resultsOf(query, shown, 5), shown);
    expect([width, height % 2]).toEqual([720, 0]);
    for (const { x, y, box, shapes } of [...still, ...partsOf(0), ...partsOf(5)]) {
      expect(shapes).toBeDefined();
      expect(x + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(y + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      for (const shape of shapes) if (shape.kind === 'words') expect(y + shape.y).toBeLessThan(height);
    }
    expect(JSON.stringify(partsOf(5))).not.toMatch(/NaN|null,null/);
  });
});

describe('filmWall', () => {
  it.each([
    [14, 216, 7, 2],
    [28, 216, 7, 1],
    [28, 332, 8, 1],
    [28, 159, 5, 1],
    [14, 159, 5, 2],
    [40, 159, 3, 1],
  ])('of images of %i pixels has in %i pixels rows of %i, of %i pixels each', (side, room, rows, zoom) => {
    const [{ width, opacity }] = filmWall(images(side), { preview: null, watched: [] }, { look: null, dark: false, surface: 'figure', side: room });
    expect(width).toBe(room);
    expect(opacity.filter((value) => value === 200)).toHaveLength((rows * side * zoom) ** 2);
  });
});

describe('a GIF', () => {
  it('shows no picture so short that anything could flash more than three times a second, and the last one longest', () => {
    for (const count of [1, 2, 101]) {
      const seconds = secondsOf(count);
      // two pictures are one flash
      expect(1 / (2 * Math.min(...seconds))).toBeLessThan(3);
      expect(seconds.at(-1)).toBe(Math.max(...seconds));
    }
  });

  it('has fewer colours where it would be too long, then fewer pictures, as many as have room, the first and the last among them', async () => {
    const results = resultsOf({}, points, 100);
    const tried: (readonly number[])[] = [];
    const encode = async ({ generations }: Film, _: readonly number[], colours: number) => {
      tried.push([generations.length, colours]);
      return generations.length > 60 ? { room: 62 } : { gif: Uint8Array.of(generations.length) };
    };
    const made = await fitted((most) => filmOf({ results, preview: previewOf(points), most }), encode);
    expect(tried).toEqual([
      [101, 255],
      [101, 63],
      [60, 63],
    ]);
    expect([made?.gif[0], made?.film.generations[0], made?.film.generations.at(-1)]).toEqual([60, 0, 100]);
    expect(wordsIn(made?.film.still ?? [])).toContain('59 of the 100 generations computed');
    await expect(
      fitted(
        (most) => film(results, points, most),
        async () => ({ room: 1 }),
      ),
    ).rejects.toThrow('3 MB');
  });

  it('is chosen from any number of generations without a gap', () => {
    expect(chosen([3], MOST_PICTURES)).toEqual([3]);
    expect(chosen([0, 1, 2, 3], 2)).toEqual([0, 3]);
  });
});
