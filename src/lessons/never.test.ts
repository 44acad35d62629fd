import { expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { frameOf, laneOf } from '../store/testing/frames';
import { guessWords } from './answerWords';
import type { Seen } from './checks';
import { gapWords } from './gap';
import type { Lesson, Prediction } from './lesson';
import { answersIn, rowsOf } from './rows';
import type { RunSeen } from './runSeen';
import { firstLossesOf, numberOf } from './values';
import { begin, type Guess, NEVER, type Work } from './work';

const LOOP = 'fully-synthetic';

/** A run of two replicates over six generations: the first loses nothing, the second its second mode in generation 3. */
const { experiment } = parseExperiment({ loop: LOOP, generations: 6, replicates: 2 });
const lane = (replicate: number, t: number) =>
  laneOf(LOOP, { replicate, shares: { share: [0.5, 0.5], alive: [true, !(replicate === 2 && t >= 3)] } });
const frames = [1, 2, 3, 4, 5, 6].map((t) => frameOf(t, [lane(1, t), lane(2, t)]));
const run = { experiment, frames, noise: { bands: { modesAlive: { low: 2, high: 2 } }, undefined: {} } } as unknown as RunSeen;
const seen: Seen = { run: () => run, predicted: () => null };

it('a run that loses nothing is known to: no number stands for that, and it is not unknown', () => {
  expect(firstLossesOf(LOOP, run)).toEqual({ value: [null, 3] });
  expect(numberOf({ score: 'firstLoss' }, run)).toMatchObject({ value: null, isNever: true });
  expect(numberOf({ score: 'firstLoss', stat: 'max' }, run)).toMatchObject({ value: null, isNever: true });
  expect(numberOf({ score: 'firstLoss', stat: 'min' }, run)).toEqual({ value: 3 });
  expect(numberOf({ score: 'firstLoss', stat: 'mean' }, run)).not.toHaveProperty('isNever');
  expect(numberOf({ score: 'firstLoss' }, { ...run, frames: frames.slice(0, 4) })).not.toHaveProperty('isNever');
});

it('its answer is told in words and in tables, and is the same again', () => {
  const part: Prediction = { id: 'first', ask: '?', type: 'number', is: { score: 'firstLoss' }, between: [2, 6] };
  const least: Prediction = { ...part, id: 'least', is: { score: 'firstLoss', stat: 'min' } };
  const words = (of: Prediction, guess: Guess) => gapWords(of, guess, seen, false);
  expect(words(part, NEVER)).toEqual(['You said none by the end of the run; the run gives none by the end of the run.']);
  expect(words(part, 4)).toEqual(['You said 4; the run gives none by the end of the run.']);
  expect(words(least, NEVER)).toEqual(['You said none by the end of the run; the run gives 3.']);
  expect(guessWords(part, NEVER)).toBe('none by the end of the run');

  const observed = { id: 'read', ask: '?', is: part.is, within: 0, again: '.' };
  const lesson = { id: 'a', steps: [{ id: 'try', predict: [part, least], observe: [observed] }] } as unknown as Lesson;
  const work: Work = {
    ...begin(lesson, 'e1'),
    predictions: { 'try.first': { guess: NEVER, seconds: 1 }, 'try.least': { guess: NEVER, seconds: 1 } },
    observations: { 'try.read': { value: NEVER, misses: 0, end: 'seen' } },
  };
  const rows = rowsOf(lesson, work, () => seen);
  expect(rows.map(({ answer, measured, gap }) => [answer, measured, gap])).toEqual([
    [NEVER, NEVER, null],
    [NEVER, 3, null],
    [NEVER, NEVER, null],
  ]);
  const texts = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)])));
  expect(answersIn(texts)).toMatchObject({ predictions: work.predictions, observations: work.observations });
});
