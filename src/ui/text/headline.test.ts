import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../engine/experiment';
import { parseExperiment, parseQuery } from '../../engine/experimentText';
import { PRESETS } from '../../presets/presets';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { headlineOf } from './headline';
import { plainText } from './pieces';

const { experiment: ring } = parseExperiment({});
const NOISE: NoiseFloor = {
  bands: {
    recall: { low: 0.86, high: 0.95 },
    precision: { low: 0.9, high: 1 },
    modesAlive: { low: 8, high: 8 },
    traceRatio: { low: 0.95, high: 1.05 },
    frechetDistance: { low: 0.01, high: 0.05 },
  },
  undefined: {},
};

type Row = readonly { readonly modes?: string; readonly [score: string]: string | number | undefined }[];

/** A generation a row; in it what is said of each loop in turn. */
const framesOf = (experiment: Experiment, rows: readonly Row[]): Frame[] =>
  rows.map((row, i) =>
    frameOf(
      i + 1,
      row.map(({ modes, ...scores }, at) =>
        laneOf(experiment.loop[at % experiment.loop.length] ?? '', {
          replicate: 1 + Math.floor(at / experiment.loop.length),
          scores: scores as Record<string, number>,
          shares: modes === undefined ? null : aliveModes(modes),
        }),
      ),
    ),
  );

const WHOLE = '11111111';
const tell = (rows: readonly Row[], experiment = ring, noise: NoiseFloor | null = NOISE) =>
  plainText(headlineOf(framesOf(experiment, rows), experiment, noise, true));
const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const modesOf = (...patterns: readonly string[]): Row => patterns.map((modes) => ({ modes }));
const one = (keys: object) => parseExperiment({ loop: 'fully-synthetic', ...keys }).experiment;

describe('before and in generation 1', () => {
  it('says what there is to see, and what to press', () => {
    expect(plainText(headlineOf([], ring, null, false))).toBe('These are real data. Press Run, and a first model learns from them.');
    expect(plainText(headlineOf([], ring, null, true))).toBe('These are real data: generation 1 learns from them.');
    expect(tell([modesOf(WHOLE, WHOLE, WHOLE)])).toBe('Generation 1 learned from real data alone and makes all 8 modes.');
    expect(tell([modesOf('01111111')], one({}))).toBe('Generation 1 learned from real data alone and makes 7 of 8 modes.');
    expect(tell([[{ recall: 1 }]], one({ dataset: 'moons' }))).toBe('Generation 1 learned from real data alone, the same in every loop.');
  });
});

describe('of data with modes', () => {
  const begin = modesOf(WHOLE, WHOLE, WHOLE);

  it('says what is lost, the worst loop first', () => {
    expect(tell(times(2, begin))).toBe('All three loops keep all 8 modes.');
    expect(tell([begin, ...times(3, modesOf('00111111', WHOLE, WHOLE))])).toBe('Fully synthetic has lost 2 of 8 modes; the other two keep all 8.');
    expect(tell([begin, ...times(3, modesOf('00111111', '01111111', WHOLE))])).toBe(
      'Fully synthetic has lost 2 of 8 modes, augmented has lost 1, fresh keeps all 8.',
    );
    expect(tell([begin, ...times(3, modesOf(WHOLE, WHOLE, '01111111'))])).toBe('Fresh data has lost 1 of 8 modes; the other two keep all 8.');
    expect(tell([begin, ...times(3, modesOf('01111111', '10111111', WHOLE))])).toBe(
      'Fully synthetic and synthetic augmentation have lost 1 of 8 modes; fresh data keeps all 8.',
    );
  });

  it('keeps still while a mode is gone for a moment, and is loud at once when many are', () => {
    const [gone, back] = [modesOf('01111111', WHOLE, WHOLE), begin];
    for (const rows of [
      [begin, gone],
      [begin, gone, gone],
      [begin, gone, back],
      [begin, gone, gone, back, gone],
    ]) {
      expect(tell(rows)).toBe('Fully synthetic has lost no mode for good; the other two keep all 8.');
    }
    expect(tell([begin, ...times(3, modesOf('00000001', WHOLE, WHOLE))])).toContain('has lost 7 of 8 modes');
  });

  it('says of modes that came back that they did', () => {
    const experiment = one({ loop: 'fresh-data' });
    const rows = [modesOf(WHOLE), ...times(3, modesOf('00011111'))];
    expect(tell(rows, experiment)).toBe('Fresh data has lost 3 of 8 modes.');
    expect(tell([...rows, modesOf(WHOLE)], experiment)).toBe('Fresh data has won back what was lost.');
  });

  it('calls nothing lost that real samples lack as well, or that never was there', () => {
    const noise = { ...NOISE, bands: { modesAlive: { low: 7, high: 8 } } };
    expect(tell([begin, ...times(4, modesOf('01111111', WHOLE, WHOLE))], ring, noise)).toBe(
      'Fully synthetic has lost no mode for good; the other two keep all 8.',
    );
    expect(tell(times(4, modesOf('00011111')), one({}))).toBe('Fully synthetic never learned 3 of 8 modes.');
  });

  it('speaks of no loss while the noise floor is not known', () => {
    expect(tell([begin, ...times(3, modesOf('01111111', WHOLE, WHOLE))], ring, null)).toBe(
      'Every new model now learns from what earlier models made.',
    );
    expect(tell([begin, ...times(3, modesOf('00001111', WHOLE, WHOLE))], ring, null)).toBe(
      'Fully synthetic makes 4 of 8 modes; the other two keep all 8.',
    );
  });

  it('says how little is covered where all modes are there', () => {
    const rows = (recall: number): Row[] => [[{ modes: WHOLE, recall: 0.9 }], ...times(3, [{ modes: WHOLE, recall }])];
    expect(tell(rows(0.4), one({}))).toBe('Fully synthetic covers under half of the real data.');
    expect(tell(rows(0.05), one({}))).toBe('Fully synthetic covers under a tenth of the real data.');
    expect(tell(rows(0.8), one({}))).toBe('Fully synthetic keeps all 8 modes.');
    // one good generation is enough to be careful
    expect(tell([...rows(0.2), [{ modes: WHOLE, recall: 0.45 }]], one({}))).toBe('Fully synthetic covers under half of the real data.');
  });

  it('says when most of what is made does not look real', () => {
    const row = [{ modes: WHOLE, precision: 0.2 }];
    expect(tell(times(3, row), one({}))).toBe('Fully synthetic makes mostly what does not look real.');
  });

  it('counts many modes roughly, and digits by kind', () => {
    const many = (dead: number) => '0'.repeat(dead) + '1'.repeat(25 - dead);
    const grid = one({ dataset: 'grid' });
    const noise = { ...NOISE, bands: { modesAlive: { low: 25, high: 25 } } };
    const rows = (dead: number) => [modesOf(many(0)), ...times(3, modesOf(many(dead)))];
    expect(tell(rows(3), grid, noise)).toBe('Fully synthetic has lost some of 25 modes.');
    expect(tell(rows(7), grid, noise)).toBe('Fully synthetic has lost over 5 of 25 modes.');
    const digits = parseExperiment({ model: 'vae' }).experiment;
    const ten = { ...NOISE, bands: { modesAlive: { low: 10, high: 10 } } };
    expect(tell([modesOf(...Array(3).fill('1111111111')), ...times(3, modesOf('1000000000', ...Array(2).fill('1111111111')))], digits, ten)).toBe(
      'Fully synthetic has lost 9 of 10 kinds of digit; the other two keep all 10.',
    );
  });

  it('speaks of medians over replicates', () => {
    const experiment = one({ replicates: 3 });
    const rows = [modesOf(WHOLE, WHOLE, WHOLE), modesOf('00001111', '00011111', WHOLE)];
    expect(tell(rows, experiment)).toBe('Median of 3 replicates: fully synthetic has 5 of 8 modes left.');
  });
});

describe('of data without modes', () => {
  const moons = one({ dataset: 'moons' });
  const from = (scores: Record<string, number>, now: Record<string, number>): Row[] => [[scores], ...times(3, [now])];

  it('says what fell: coverage, variance, or else the distance', () => {
    expect(tell(from({ recall: 0.9 }, { recall: 0.2 }), moons)).toBe('Fully synthetic covers under a quarter of the real data.');
    expect(tell(from({ recall: 0.9, traceRatio: 1 }, { recall: 0.9, traceRatio: 0.3 }), moons)).toBe(
      'Fully synthetic keeps under half of the real variance.',
    );
    expect(tell(from({ frechetDistance: 1 }, { frechetDistance: 4 }), moons)).toBe('Fully synthetic has moved away from the real data.');
    expect(tell(from({ frechetDistance: 4 }, { frechetDistance: 1 }), moons)).toBe('Fully synthetic has come closer to the real data.');
    expect(tell(from({ traceRatio: 1 }, { traceRatio: 1.02 }), moons)).toBe('Fully synthetic shows no clear change.');
  });

  it('claims nothing without a noise floor, or without scores', () => {
    const nothing = 'Every new model now learns from what earlier models made.';
    expect(tell(from({ recall: 0.9 }, { recall: 0.2 }), moons, null)).toBe(nothing);
    expect(tell(from({}, {}), moons)).toBe(nothing);
  });
});

it('names loops in pieces of their own, to be coloured', () => {
  const pieces = headlineOf(framesOf(ring, [modesOf(WHOLE, WHOLE, WHOLE), ...times(3, modesOf('01111111', '00111111', WHOLE))]), ring, NOISE, true);
  expect(pieces.filter(({ loop }) => loop).map(({ text, loop }) => [text, loop])).toEqual([
    ['Synthetic augmentation', 'synthetic-augmentation'],
    ['synthetic', 'fully-synthetic'],
    ['fresh', 'fresh-data'],
  ]);
});

describe('the headline of any run of any preset', () => {
  const METRICS = ['recall', 'precision', 'frechetDistance', 'traceRatio', 'modesAlive'] as const;
  const shapes = PRESETS.map(({ query }) => parseQuery(query).experiment);
  const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }));
  const band = fc.tuple(value, value).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const noises = fc.option(
    fc.dictionary(fc.constantFrom(...METRICS), band).map((bands): NoiseFloor => ({ bands, undefined: {} })),
    { nil: null },
  );
  const lane = fc.record({ scores: fc.dictionary(fc.constantFrom(...METRICS), fc.option(value, { nil: null })), dead: fc.array(fc.nat(24)) });
  const runs = fc.constantFrom(...shapes).chain((experiment) => {
    const lanes = experiment.loop.length * Math.min(3, experiment.replicates);
    const total = { ring: 8, 'long-tail': 8, grid: 25, digits: 10 }[experiment.dataset as string] ?? 0;
    const rows = fc.array(fc.array(lane, { minLength: lanes, maxLength: lanes }), { maxLength: 7 });
    return fc.tuple(rows, noises, fc.boolean()).map(([all, noise, started]) => ({
      experiment,
      noise,
      started,
      frames: all.map((row, i) =>
        frameOf(
          i + 1,
          row.map(({ scores, dead }, at) => {
            const shares = total === 0 ? null : aliveModes(Array.from({ length: total }, (_, mode) => (dead.includes(mode) ? '0' : '1')).join(''));
            return laneOf(experiment.loop[at % experiment.loop.length] ?? '', {
              replicate: 1 + Math.floor(at / experiment.loop.length),
              scores,
              shares,
            });
          }),
        ),
      ),
    }));
  });

  it('is one sentence of at most 110 characters, without a number that is none or a mark that is not filled', () => {
    fc.assert(
      fc.property(runs, ({ frames, experiment, noise, started }) => {
        const text = plainText(headlineOf(frames, experiment, noise, started));
        expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object|[{}]/);
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(text).not.toMatch(/ {2}|\.\./);
        expect(text.length).toBeLessThanOrEqual(110);
      }),
      { numRuns: 500 },
    );
  });

  it('tells of no loss and no change while no noise floor is known', () => {
    fc.assert(
      fc.property(runs, ({ frames, experiment }) => {
        expect(plainText(headlineOf(frames, experiment, null, true))).not.toMatch(
          /\b(lost (?!no)|left|won back|never|under|moved|closer|less|more)\b/,
        );
      }),
      { numRuns: 200 },
    );
  });
});
