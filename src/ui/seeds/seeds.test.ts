import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { type SeedRuns, seedsOf } from '../../store/seedRuns';
import { dotsOf } from './dots';
import { aboutWords, loopSeeds, loopWords, progressWords } from './seedWords';

const runsOf = (seed: number, values: Readonly<Record<number, number | null>>): SeedRuns => ({
  experiment: parseExperiment({ seed, loop: 'fresh-data' }).experiment,
  score: 'recall',
  isComputing: true,
  ends: new Map(Object.entries(values).map(([of, value]) => [Number(of), new Map([['fresh-data', value]])])),
  secondsLeft: null,
  problem: null,
});

it('every seed has a dot of its own, none covers another, and none is further than half a dot from its place', () => {
  const places = fc.uniqueArray(fc.record({ seed: fc.integer({ min: 1, max: 40 }), x: fc.double({ min: 0, max: 400, noNaN: true }) }), {
    selector: ({ seed }) => seed,
  });
  fc.assert(
    fc.property(places, (of) => {
      const dots = dotsOf(of, 10);
      expect(dots.map(({ seed }) => seed)).toEqual(of.map(({ seed }) => seed));
      expect(new Set(dots.map(({ x, level }) => `${x} ${level}`)).size).toBe(of.length);
      for (const { seed, x } of dots) expect(Math.abs(x - (of.find((place) => place.seed === seed)?.x ?? 1e9))).toBeLessThanOrEqual(5);
    }),
  );
});

it('the words of a loop count seeds 1 to 30, and yours apart where it is none of them', () => {
  expect(loopWords(loopSeeds(runsOf(2, { 1: 0.2, 2: 0.5, 3: 0.9 }), 'fresh-data'))).toBe('median 0.50 of 3 seeds, from 0.20 to 0.90; yours 0.50');
  expect(loopWords(loopSeeds(runsOf(99, { 1: 0.2, 2: 0.4, 99: 0.9 }), 'fresh-data'))).toBe('median 0.30 of 2 seeds, from 0.20 to 0.40; yours 0.90');
  expect(loopWords(loopSeeds(runsOf(99, { 99: 0.9 }), 'fresh-data'))).toBe('yours 0.90');
  expect(loopWords(loopSeeds(runsOf(5, { 1: 8, 2: 8, 3: null }), 'fresh-data'))).toBe('median 8 of 2 seeds, all the same');
  expect(loopWords(loopSeeds(runsOf(5, {}), 'fresh-data'))).toBe('no value yet');
  // in brief their number is left out where it is that of the runs
  expect(loopWords(loopSeeds(runsOf(2, { 1: 0.2, 2: 0.5 }), 'fresh-data'), true)).toBe('median 0.35, from 0.20 to 0.50; yours 0.50');
  expect(loopWords(loopSeeds(runsOf(5, { 1: 8, 2: 8, 3: null }), 'fresh-data'), true)).toBe('median 8 of 2 seeds, all the same');
});

it('what is drawn says which seed is yours, and that of replicates the first alone is', () => {
  expect(aboutWords({ seed: 12 }, 'Recall', 50, 1)).toContain(
    'Recall at generation 50. A dot is a seed, the line is their median. Yours is seed 12.',
  );
  expect(aboutWords({ seed: 4711 }, 'Recall', 50, 16)).toMatch(
    /Yours, seed 4711, is drawn .* not counted .*\. Of each seed one run, .* 16 replicates\.$/,
  );
});

it('progress says how many runs of how many, and how long the rest takes once that is known', () => {
  const some = runsOf(12, { 12: 0.5, 1: 0.4 });
  expect(progressWords(some)).toBe('2 of 30 runs.');
  expect(progressWords({ ...some, secondsLeft: 39.2 })).toBe('2 of 30 runs, about 40 s left.');
  expect(progressWords({ ...some, isComputing: false })).toBe('2 of 30 runs, stopped.');
  const whole = runsOf(31, Object.fromEntries(seedsOf({ seed: 31 }).map((seed) => [seed, 1])));
  expect(progressWords({ ...whole, isComputing: false })).toBe('All 31 runs are computed.');
  const failed = new Map(whole.ends).set(7, new Map());
  expect(progressWords({ ...whole, ends: failed, isComputing: false })).toBe('30 of 31 runs are computed; 1 failed.');
});
