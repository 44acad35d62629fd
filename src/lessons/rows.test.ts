import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { frameOf, laneOf } from '../store/testing/frames';
import type { Seen } from './checks';
import type { Lesson } from './lesson';
import { rowsOf } from './rows';
import { begin, type Work } from './work';

const LOOP = 'fully-synthetic';
const is = (at: number) => ({ score: 'recall', at });
const lesson = {
  id: 'a-lesson',
  steps: [
    {
      id: 'try',
      predict: [
        {
          id: 'which',
          type: 'choose',
          options: [
            { id: 'one', text: 'One.', misconception: 'M3', holds: { ...is(1), op: '>', value: 0.5 } },
            { id: 'two', text: 'Two.', misconception: 'none', holds: { ...is(2), op: '>', value: 0.5 } },
            { id: 'three', text: 'Three.', misconception: 'M3', holds: { ...is(3), op: '>', value: 0.5 } },
          ],
        },
        {
          id: 'rank',
          type: 'order',
          items: [
            { id: 'b', is: is(2) },
            { id: 'a', is: is(1) },
          ],
        },
        { id: 'many', type: 'number', is: is(3), between: [-1, 1], ranges: [{ between: [-1, 0], misconception: 'M4' }] },
        { id: 'curve', type: 'sketch', score: 'recall', x: [1, 2, 3], y: [0, 1] },
      ],
      observe: [
        { id: 'seen', is: is(2), within: 0.1 },
        { id: 'told', is: is(3), within: 0.1 },
        { id: 'asked', is: is(1), within: 0.1 },
      ],
      explain: { id: 'why' },
    },
    { id: 'exit', quiz: [{ id: 'music', options: [{ id: 'songs', misconception: 'M3' }] }, { id: 'world' }] },
  ],
} as unknown as Lesson;

const work: Work = {
  ...begin(lesson, 'e1'),
  predictions: {
    'try.which': { guess: ['two', 'one'], reason: '=SUM(A1)', confidence: 2, seconds: 12 },
    'try.rank': { guess: ['b', 'a'], seconds: 12 },
    'try.many': { guess: -0.5, seconds: 12 },
    'try.curve': { guess: [0.5, 0.4, 0.25], seconds: 12 },
  },
  observations: {
    'try.seen': { value: 0.5, misses: 0, end: 'seen' },
    'try.told': { value: 0.25, misses: 3, end: 'shown' },
    'try.asked': { value: 0.1, misses: 1 },
  },
  texts: { 'try.why': 'So it is.', 'exit.music': 'songs' },
  opened: ['exit'],
  desk: 12,
  group: '7B',
};

const { experiment } = parseExperiment({ generations: 3, loop: LOOP });

/** The recall of each generation, as far as it is known. */
const seenOf = (values: readonly number[]): Seen => ({
  run: () => ({ experiment, frames: values.map((recall, at) => frameOf(at + 1, [laneOf(LOOP, { scores: { recall } })])), noise: null }),
  predicted: () => null,
});
const rowsWith = (values: readonly number[]) => Object.fromEntries(rowsOf(lesson, work, () => seenOf(values)).map((row) => [row.question, row]));

describe('rows of work', () => {
  it('are one for each answer, with what is measured beside it', () => {
    const rows = rowsWith([1, 0.5, 0.25]);
    expect(Object.keys(rows)).toEqual(['which', 'rank', 'many', 'curve', 'seen', 'told', 'asked', 'why', 'music']);
    expect(rows.which).toEqual({
      lesson: 'a-lesson',
      edition: 'e1',
      step: 'try',
      question: 'which',
      type: 'choose',
      answer: 'two one',
      reason: '=SUM(A1)',
      confidence: 2,
      misconception: 'M3',
      measured: 'one',
      gap: null,
      gapAt: null,
      seconds: 12,
      misses: null,
      end: null,
      shown: 'no',
      opened: 'no',
      recorded: null,
      poe: 'on',
      desk: 12,
      group: '7B',
    });
    expect([rows.rank.answer, rows.rank.measured]).toEqual(['b a', 'a b']);
    expect([rows.many.measured, rows.many.gap, rows.many.misconception]).toEqual([0.25, 0.75, 'M4']);
    expect([rows.curve.answer, rows.curve.measured, rows.curve.gap, rows.curve.gapAt]).toEqual(['1=0.5 2=0.4 3=0.25', '1=1 2=0.5 3=0.25', 0.5, 1]);
    expect([rows.told.shown, rows.told.end, rows.seen.shown, rows.seen.measured, rows.seen.gap]).toEqual(['yes', 'shown', 'no', 0.5, 0]);
    expect([rows.why.type, rows.why.opened, rows.music.type, rows.music.opened, rows.music.misconception]).toEqual([
      'explain',
      'no',
      'quiz',
      'yes',
      'M3',
    ]);
  });

  it('tell no number that is still asked for, and none that is not known', () => {
    expect(rowsWith([1, 0.5, 0.25]).asked.measured).toBeNull();
    const rows = rowsWith([1]);
    for (const question of ['which', 'rank', 'many', 'curve', 'seen'])
      expect([rows[question].measured, rows[question].gap], question).toEqual([null, null]);
  });
});
