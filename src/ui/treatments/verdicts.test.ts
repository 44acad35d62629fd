import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../engine/results';
import { frameOf, hygieneOf, laneOf } from '../../store/testing/frames';
import { shortName } from '../text/loopNames';
import { areTreated, verdictSentence, verdictsOf } from './verdicts';

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

const fatesOf = (scores: readonly Partial<Scores>[]) =>
  verdictsOf(
    [
      first,
      frameOf(
        2,
        LOOPS.map((loop, at) => laneWith(loop, scores[at])),
      ),
    ],
    experiment,
  ).map(({ fate }) => fate);

it('a treatment held where neither recall nor shares moved away; it only looks so where precision alone stayed', () => {
  expect(fatesOf([{ recall: 0.6, precision: 0.8 }, { recall: 0.6, precision: 0.99 }, { recall: 0.9 }])).toEqual(['failed', 'looks', 'held']);
  expect(fatesOf([{ shareBias: 0.4, precision: 0.9 }, { shareBias: 0.4 }, { shareBias: 0.15 }])).toEqual(['failed', 'looks', 'held']);
});

it('nothing is said without recall', () => {
  const bare = [1, 2].map((t) =>
    frameOf(
      t,
      LOOPS.map((loop) => laneOf(loop, { scores: {} })),
    ),
  );
  const verdicts = verdictsOf(bare, experiment);
  expect(verdicts.map(({ fate }) => fate)).toEqual([null, null, null]);
  expect(verdictSentence(verdicts, shortName)).toBe('');
});

it('counts what it took, and says it in a sentence', () => {
  const last = frameOf(2, [
    laneWith(LOOPS[0], { recall: 0.6, precision: 0.8 }),
    laneWith(LOOPS[1], { recall: 0.5 }, { removedSynthetic: 160, removedReal: 1 }),
    laneWith(LOOPS[2], {}, { storeSize: 264, realShare: 0.2, effectiveRealWeight: 0.6, alarm: true }),
  ]);
  const verdicts = verdictsOf([first, last], experiment);
  expect(verdicts.map(({ cost }) => cost)).toEqual([
    'nothing',
    '160 synthetic and 1 real samples removed',
    'a store of 264 real samples; real samples weigh 0.60 instead of 0.20; 1 alarm',
  ]);
  expect(verdictSentence(verdicts, shortName)).toBe('Archive held; detector only looks as if it held; untreated did not hold.');
  expect([areTreated(experiment), areTreated(parseExperiment({}).experiment)]).toEqual([true, false]);
});
