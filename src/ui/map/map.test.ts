import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import { parseExperiment, parseQuery } from '../../engine/experimentText';
import { type CellValue, cellsOf, type SweepPlan } from '../../engine/sweepPlan';
import { PRESETS } from '../../presets/presets';
import type { MapRuns } from '../../store/maps';
import { firstScore } from '../stage/firstScore';
import { boundaryOf } from './boundary';
import { axisKeys, firstChoice, numberSpec, planOf, printChoice, readChoice, scoresOf, secondsOf } from './mapChoice';
import { mapCsv } from './mapFiles';
import { mapPlane, outlineOf, squareAt } from './mapShapes';
import { colourOf, mediansOf, reasonOf, scaleOf, squaresOf, statsOf } from './mapValues';
import { cellWords, progressWords, sharedWords, summaryOf, valueWords } from './mapWords';

const of = (keys: Record<string, unknown> = {}) => parseExperiment(keys).experiment;

function planOfText(text: string, keys: Record<string, unknown> = {}): SweepPlan {
  const experiment = of(keys);
  const { choice, notes } = readChoice(text, experiment, 'recall');
  expect(notes).toEqual([]);
  const plan = planOf(choice, experiment);
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

describe('the map that an experiment begins with', () => {
  it.each(
    catalogue.models.flatMap(({ id: model }) =>
      ['', 'fully-synthetic', 'synthetic-augmentation', 'fresh-data'].map(
        (loop) => [model, loop, { model, ...(loop === '' ? {} : { loop }) }] as const,
      ),
    ),
  )('%s %s is one, of keys that mean something there', (_, __, keys) => {
    const experiment = of(keys);
    const choice = firstChoice(experiment, undefined);
    const plan = planOf(choice, experiment);
    expect(plan).toBeTypeOf('object');
    if (typeof plan === 'string') return;
    expect(axisKeys(plan.experiment)).toEqual(expect.arrayContaining([plan.x.key, plan.y.key]));
    expect(scoresOf(experiment).map(({ id }) => id)).toContain(plan.score);
    expect(secondsOf(plan)).toBeGreaterThan(0);
  });

  it('of points is drawn soon, of digits as small as a map can be', () => {
    expect(firstChoice(of({ model: 'gaussian' }), 'w2Squared')).toMatchObject({
      x: { key: 'bias', count: 16 },
      y: { key: 'synthetic' },
      replicates: 8,
    });
    expect(firstChoice(of({ model: 'vae' }), 'recall')).toMatchObject({ x: { key: 'real', count: 6 }, replicates: 1 });
  });
});

describe('a map in a link', () => {
  it('is read as it is written', () => {
    const experiment = of({ replicates: 2 });
    const { choice, notes } = readChoice('real:0..256/16,synthetic:16..1024/16', experiment, 'recall');
    expect(notes).toEqual([]);
    expect(choice).toMatchObject({
      x: { key: 'real', from: 0, to: 256, count: 16 },
      y: { key: 'synthetic', from: 16, to: 1024, count: 16 },
      loop: 'fresh-data',
      score: 'recall',
      replicates: 2,
    });
    expect(printChoice(choice, experiment, 'recall')).toBe('real:0..256/16,synthetic:16..1024/16');
    const all = 'bias:0.5..1/6,initialReal:20..200/4,loop:fully-synthetic,score:precision,replicates:3';
    expect(printChoice(readChoice(all, experiment, 'recall').choice, experiment, 'recall')).toBe(all);
  });

  it('any choice comes back the same', () => {
    const experiment = of();
    const keys = axisKeys({ ...experiment, loop: ['fresh-data'] });
    const range = fc.record({
      key: fc.constantFrom(...keys),
      count: fc.integer({ min: 2, max: 24 }),
      from: fc.nat(500),
      more: fc.integer({ min: 23, max: 400 }),
    });
    fc.assert(
      fc.property(range, range, fc.constantFrom('recall', 'precision'), fc.integer({ min: 1, max: 64 }), (a, b, score, replicates) => {
        const [x, y] = [a, b].map(({ key, count, from, more }) => {
          const { min, max } = numberSpec(key);
          return max < 1000 ? { key, count, from: min, to: max } : { key, count, from: 10 + from, to: 10 + from + more };
        });
        fc.pre(x.key !== y.key);
        const choice = { x, y, loop: 'fresh-data', score, replicates };
        fc.pre(typeof planOf(choice, experiment) !== 'string');
        expect(readChoice(printChoice(choice, experiment, 'recall'), experiment, 'recall')).toEqual({ choice, notes: [] });
      }),
    );
  });

  it('that is wrong is told part by part, and something is drawn all the same', () => {
    const experiment = of();
    const told = (text: string) => {
      const { choice, notes } = readChoice(text, experiment, 'recall');
      expect(typeof planOf(choice, experiment), text).toBe('object');
      return notes.join(' ');
    };
    expect(told('')).toBe('');
    expect(told('bananas:0..1/5')).toMatch(/“bananas:0..1\/5” names no number of this experiment. There are .*real, synthetic, bias/);
    expect(told('real:0..256')).toMatch(/not of the form real:from..to\/count/);
    expect(told('real:-5..256/8')).toMatch(/real takes a whole number from 0 to 20000; the nearest was taken/);
    expect(told('real:0..256/99,synthetic:16..64/8')).toMatch(/whole number from 2 to 24; 24 was taken/);
    expect(told('real:0..3/24')).toMatch(/from 0 to 3 there are no 24 different values/);
    expect(told('real:0..256/8,real:0..64/8')).toMatch(/along both sides/);
    expect(told('loop:mine,score:beauty,replicates:lots')).toMatch(
      /none of fully-synthetic.*none of frechetDistance.*“replicates:lots” has no whole number from 1 to 64/s,
    );
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => void told(text)));
  });

  it.each(PRESETS.flatMap(({ title, query, map }) => (map === undefined ? [] : [[title, query, map]])))(
    'of the preset %s is as it is written',
    (_, query, map) => {
      const { experiment } = parseQuery(query);
      const { choice, notes } = readChoice(map, experiment, firstScore(experiment)?.id);
      expect(notes).toEqual([]);
      expect(printChoice(choice, experiment, firstScore(experiment)?.id)).toBe(map);
    },
  );

  it('leaves changes on the way out, and computes where all computers get the same', () => {
    const plan = planOfText('real:0..64/4,bias:0.5..1/4', { changes: '3:bias=0.5', loop: 'fresh-data' });
    expect(plan.experiment).toMatchObject({ changes: [], backend: 'wasm', loop: ['fresh-data'], scores: ['recall'] });
  });
});

describe('theory’s boundary', () => {
  const gaussian = { model: 'gaussian', loop: 'fresh-data', dim: 100 };

  it('lies at 1247 synthetic samples for λ = 0.7 in 100 dimensions, and at 4929 for 0.85', () => {
    const places = boundaryOf(planOfText('bias:0.55..0.85/3,synthetic:10..20000/24', gaussian)) ?? [];
    // the middle of the axis of λ is 0.7
    const at = (share: number) => places.find(([x]) => Math.abs(x - share) < 1e-9)?.[1] ?? Number.NaN;
    const countAt = (y: number) => 10 * (20000 / 10) ** y;
    expect(countAt(at(0.5)) / 1247.33).toBeCloseTo(1, 2);
    expect(countAt(at(1)) / 4928.9).toBeCloseTo(1, 2);
  });

  it('is a level line where only one side moves it, and lies in the mirror where sides change places', () => {
    const level = boundaryOf(planOfText('real:100..1000/8,synthetic:10..20000/24', { ...gaussian, bias: 0.7 })) ?? [];
    expect(new Set(level.map(([, y]) => y.toFixed(9))).size).toBe(1);
    const upright = boundaryOf(planOfText('synthetic:10..20000/24,real:100..1000/8', { ...gaussian, bias: 0.7 })) ?? [];
    expect(upright[0][0]).toBeCloseTo(level[0][1], 9);
  });

  it('is not drawn where no law is known', () => {
    const on = 'bias:0.5..1/8,synthetic:10..2000/8';
    expect(boundaryOf(planOfText(on, gaussian))).not.toBeNull();
    expect(boundaryOf(planOfText(on, { ...gaussian, memory: 'all' }))).toBeNull();
    expect(boundaryOf(planOfText(on, { ...gaussian, loop: 'synthetic-augmentation' }))).toBeNull();
    expect(boundaryOf(planOfText(on, {}))).toBeNull();
    expect(boundaryOf(planOfText(on, { model: 'gaussian', dataset: 'ring', loop: 'fresh-data' }))).toBeNull();
    expect(boundaryOf(planOfText('real:10..100/8,initialReal:10..100/8', gaussian))).toBeNull();
    // along a key that the law has never heard of
    const plan = planOfText(on, gaussian);
    expect(boundaryOf({ ...plan, x: { key: 'k', values: [1, 2, 3] } })).toBeNull();
    expect(
      boundaryOf({
        ...plan,
        experiment: { ...plan.experiment, bias: 0.7 },
        x: { key: 'initialReal', values: [100, 200] },
        y: { key: 'synthetic', values: [10, 20000] },
      }),
    ).not.toBeNull();
  });
});

describe('a map in colours and words', () => {
  const plan = planOfText('real:0..8/3,bias:0.5..1/2,replicates:3', { loop: 'fresh-data' });
  const metric = scoresOf(plan.experiment).find(({ id }) => id === 'recall');
  if (!metric) throw new Error('recall');
  const value = (at: number, values: readonly (number | null)[]): CellValue[] =>
    values.map((one, i) => ({ ...cellsOf(plan)[at], replicate: i + 1, value: one, ...(one === null && { undefined: 'no mode is left' }) }));
  const runs: MapRuns = {
    plan,
    cells: new Map([
      [0, value(0, [0.1, 0.3, 0.2])],
      [2, value(2, [0.9, null, 0.7])],
      [4, value(4, [null, null, null])],
    ]),
    isComputing: false,
    secondsLeft: null,
    problem: null,
  };

  it('a square tells the median, and how many have a value', () => {
    expect(mediansOf(runs)).toEqual(
      new Map([
        [0, 0.2],
        [2, 0.8],
        [4, null],
      ]),
    );
    expect(statsOf(value(4, [null]))).toBeNull();
    expect(reasonOf(value(4, [null]))).toBe('no mode is left');
    const words = (at: number) => {
      const stats = statsOf(runs.cells.get(at) ?? []);
      return stats && valueWords(stats, 3);
    };
    expect([words(0), words(2)]).toEqual(['0.20 (median of 3, 0.10 to 0.30)', '0.80 (median of the 2 of 3 that have a value, 0.70 to 0.90)']);
    expect(cellWords(plan, 5)).toBe('fresh real samples per generation 8, sampling bias λ 1');
    expect(progressWords(runs)).toBe('3 of 6 squares, stopped. One has no value (crossed out).');
    expect(summaryOf(runs, metric)).toBe(
      'Recall at generation 50, by fresh real samples per generation and sampling bias λ (higher is better). Lowest 0.20 at fresh real samples per generation 0, sampling bias λ 0.50. Highest 0.80 at fresh real samples per generation 8, sampling bias λ 0.50. 2 of 6 squares.',
    );
  });

  it('says what all squares share, of an experiment that was changed on its way, too', () => {
    expect(sharedWords(of())).toBe('All other settings are those on the screen.');
    expect(sharedWords(of({ changes: '3:bias=0.5' }))).toMatch(/began: its changes on the way are left out/);
  });

  it('what is not computed shows the colour of a coarser square as a guess, what has no value none', () => {
    const medians = mediansOf(runs);
    const scale = scaleOf(metric, medians);
    expect(scale.domain).toEqual([0, 1]);
    expect(squaresOf(plan, medians, scale)).toEqual([
      { column: 0, row: 0, colour: 2, isGuess: false },
      { column: 1, row: 0, colour: 2, isGuess: true },
      { column: 2, row: 0, colour: 9, isGuess: false },
      { column: 0, row: 1, colour: 2, isGuess: true },
      { column: 1, row: 1, colour: null, isGuess: false },
      { column: 2, row: 1, colour: 9, isGuess: true },
    ]);
  });

  it('colours rise with the value, in ratios where an open score spans many', () => {
    const open = scoresOf(of({ model: 'gaussian' })).find(({ id }) => id === 'w2Squared');
    if (!open) throw new Error('w2Squared');
    const wide = scaleOf(open, new Map([0.002, 0.05, 3].map((median, at) => [at, median])));
    expect(wide.log).toBe(true);
    expect([0.002, 0.05, 3].map((median) => colourOf(wide, median))).toEqual(
      [...[0.002, 0.05, 3].map((median) => colourOf(wide, median))].sort((a, b) => a - b),
    );
    expect(scaleOf(open, new Map([1, 2].map((median, at) => [at, median]))).log).toBe(false);
    expect(scaleOf(metric, new Map([0.001, 0.9].map((median, at) => [at, median]))).log).toBe(false);
  });

  it('a pointer finds the square that is drawn where it is', () => {
    const plane = mapPlane(plan.x, plan.y, 400, 300, 13);
    for (let at = 0; at < 6; at++) {
      const [[, left, top], , , [, right]] = outlineOf(plane, at) as [['M', number, number], unknown, unknown, ['H', number]];
      expect(right).toBe(left);
      expect(squareAt(plane, left + plane.width / 2, top + plane.height / 2)).toBe(at);
    }
    expect(squareAt(plane, 1, 1)).toBeNull();
  });

  it('a saved table has a line for each replicate', () => {
    const lines = mapCsv(runs, 'http://here/?v=1&map=x', '2026-11-30').trimEnd().split('\n');
    const rows = lines.filter((line) => !line.startsWith('#'));
    expect(rows[0]).toBe('real,bias,replicate,value,undefined');
    expect(rows).toHaveLength(10);
    expect(rows[1]).toBe('0,0.5,1,0.1,');
    expect(rows[5]).toBe('8,0.5,2,,no mode is left');
    expect(lines).toContain('# link: http://here/?v=1&map=x');
    expect(lines.some((line) => /^# (real|bias):/.test(line))).toBe(false);
  });
});
