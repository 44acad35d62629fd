import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../engine/results';
import { frameOf, hygieneOf, laneOf } from '../../store/testing/frames';
import { shortName } from '../text/loopNames';
import { areTreated } from './areTreated';
import { limitsOf, verdictSentence, verdictsOf, watchedIn } from './verdicts';

const LOOPS = ['fresh-data-with-nothing', 'fresh-data-with-detector', 'fresh-data-with-archive'];
const { experiment } = parseExperiment({ loop: LOOPS });

type Scores = Readonly<Record<'recall' | 'precision' | 'shareBias', number>>;
const START: Scores = { recall: 0.95, precision: 0.97, shareBias: 0.05 };

const laneWith = (loop: string, scores: Partial<Scores>, hygiene: Partial<LaneResult['hygiene']> = {}) =>
  laneOf(loop, { scores: { ...START, ...scores }, hygiene: hygieneOf(hygiene) });
const first = frameOf(
  1,
  LOOPS.map((loop) => laneWith(loop, {})),
);

const fatesOf = (scores: readonly Partial<Scores>[], limits = limitsOf(null, watchedIn(experiment))) =>
  verdictsOf(
    [
      first,
      frameOf(
        2,
        LOOPS.map((loop, at) => laneWith(loop, scores[at])),
      ),
    ],
    experiment,
    limits,
  ).map(({ fate }) => fate);

it('a treatment held where neither recall nor shares moved away; it only looks so where precision alone stayed', () => {
  expect(fatesOf([{ recall: 0.6, precision: 0.8 }, { recall: 0.6, precision: 0.99 }, { recall: 0.9 }])).toEqual(['failed', 'looks', 'held']);
  expect(fatesOf([{ shareBias: 0.4, precision: 0.9 }, { shareBias: 0.4 }, { shareBias: 0.15 }])).toEqual(['failed', 'looks', 'held']);
});

it('no loss is smaller than what chance does to real samples', () => {
  const limits = limitsOf({ bands: { recall: { low: 0.7, high: 0.95 }, shareBias: { low: 0.1, high: 0.2 } }, undefined: {} }, watchedIn(experiment));
  expect(limits).toEqual({ loss: 0.25, bias: 0.15 });
  expect(fatesOf([{ recall: 0.72 }, { recall: 0.69 }, {}], limits)).toEqual(['held', 'looks', 'held']);
});

it('nothing is said without recall', () => {
  const bare = [1, 2].map((t) =>
    frameOf(
      t,
      LOOPS.map((loop) => laneOf(loop, { scores: {} })),
    ),
  );
  const verdicts = verdictsOf(bare, experiment, limitsOf(null, watchedIn(experiment)));
  expect(verdicts.map(({ fate }) => fate)).toEqual([null, null, null]);
  expect(verdictSentence(verdicts, shortName)).toBe('');
});

it('counts what it took, and says it in a sentence', () => {
  const loops = [...LOOPS, 'fresh-data-with-monitor'];
  const of = parseExperiment({ loop: loops, evaluation: 500 }).experiment;
  const start = frameOf(
    1,
    loops.map((loop) => laneWith(loop, {})),
  );
  const last = frameOf(2, [
    laneWith(loops[0], { recall: 0.6, precision: 0.8 }, { realShare: 0.25, effectiveRealWeight: 0.25 }),
    laneWith(loops[1], { recall: 0.5 }, { removedSynthetic: 160, removedReal: 1, realShare: 0.5, effectiveRealWeight: 0.5 }),
    laneWith(loops[2], {}, { storeSize: 264, realShare: 0.2, effectiveRealWeight: 0.6 }),
    laneWith(loops[3], {}, { alarm: true, realShare: 0, effectiveRealWeight: 0 }),
  ]);
  const verdicts = verdictsOf([start, last], of, limitsOf(null, watchedIn(experiment)));
  expect(verdicts.map(({ cost }) => cost)).toEqual([
    '16 real samples in its training sets',
    '32 real samples in its training sets; 160 synthetic samples and 1 real sample removed',
    '13 real samples in its training sets; a store of 264 real samples; at the end real samples weigh 0.60 instead of 0.20',
    '0 real samples in its training sets; 500 real samples to watch by, 1 alarm',
  ]);
  expect(verdictSentence(verdicts, shortName)).toBe('Archive and monitor held; detector only looks as if it held; untreated did not hold.');
  expect([areTreated(of), areTreated(parseExperiment({}).experiment)]).toEqual([true, false]);
});

it('tells of curation how many candidates it took', () => {
  const costs = ['density', 'preference'].map((curation) => {
    const of = parseExperiment({ loop: 'fresh-data-with-curation', curation, keep: 0.25 }).experiment;
    const frames = [1, 2].map((t) => frameOf(t, [laneWith('fresh-data-with-curation', {}, { realShare: 0, effectiveRealWeight: 0 })]));
    return verdictsOf(frames, of, limitsOf(null, watchedIn(experiment)))[0].cost;
  });
  expect(costs.map((cost) => cost.split('; ')[1])).toEqual(['4 candidates for each synthetic sample', 'candidates until enough of them pleased']);
});

it('of text it is judged by how many different words or names are left, whatever recall says', () => {
  const names = (dataset: string) => parseExperiment({ dataset, loop: LOOPS }).experiment;
  expect(['moby-dick', 'names', 'own-text'].map((dataset) => watchedIn(names(dataset)).name)).toEqual([
    'Words alive',
    'Different names',
    'Different lines',
  ]);
  expect(watchedIn(experiment).name).toBe('Recall');
  const of = names('names');
  const noise = { bands: { wordsAlive: { low: 380, high: 400 } }, undefined: {} };
  const limits = limitsOf(noise, watchedIn(of));
  expect(limits.loss).toBe(0.1);
  const frames = [
    [400, 400, 400],
    [355, 365, 120],
  ].map((counts, t) =>
    frameOf(
      t + 1,
      LOOPS.map((loop, at) =>
        laneOf(loop, { scores: { wordsAlive: counts[at], recall: t === 0 ? 0.9 : 0.1, precision: at === 2 ? 0.9 : 0.9 - t / 2 } }),
      ),
    ),
  );
  const verdicts = verdictsOf(frames, of, limits);
  expect(verdicts.map(({ fate }) => fate)).toEqual(['failed', 'held', 'looks']);
  expect(verdicts[2].watched).toEqual({ first: 400, now: 120 });
});

it('of a book passages are kept to watch by', () => {
  const book = parseExperiment({ dataset: 'moby-dick', loop: 'fresh-data-with-monitor' }).experiment;
  const frames = [1, 2].map((t) => frameOf(t, [laneOf('fresh-data-with-monitor', { scores: {}, hygiene: hygieneOf({}) })]));
  expect(verdictsOf(frames, book, limitsOf(null, watchedIn(book)))[0].cost).toContain('200 real passages to watch by, 0 alarms');
});
