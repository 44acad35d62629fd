import { describe, expect, it } from 'vitest';
import type { Lesson, Reading, Step } from './lesson';
import { never, type Told, told, untold } from './told';
import { begin, broughtOver, commit, isOpen, missingOf, NEVER, type Observed, observe, openFor, phaseOf, write } from './work';

const choose = {
  id: 'which',
  ask: 'Which?',
  type: 'choose',
  options: [
    { id: 'one', text: 'One.', misconception: 'M3' },
    { id: 'two', text: 'Two.', misconception: 'none' },
  ],
  reason: 'required',
  confidence: true,
} as const;
const sketch = { id: 'curve', ask: 'Sketch it.', type: 'sketch', score: 'recall', x: [1, 5, 10], y: [0, 1] } as const;
const seen = { id: 'seen', ask: 'How much?', is: { score: 'recall', at: 5 }, within: 0.05, again: 'Look at 5.' } as const;
const step: Step = {
  id: 'try',
  title: 'Try',
  minutes: 5,
  run: 'loop=fresh-data',
  predict: [choose, sketch] as unknown as Step['predict'] & object,
  observe: [seen] as unknown as Step['observe'] & object,
  explain: { id: 'why', ask: 'Why?' },
};
const read: Step = { id: 'read', title: 'Read', minutes: 1, text: 'Words.' };
const lesson = { id: 'a-lesson', steps: [read, step] } as unknown as Lesson;

const given = {
  which: { guess: ['two'], reason: 'guessing', confidence: 2, seconds: 30 },
  curve: { guess: [0.9, 0.5, 0.1], seconds: 30 },
} as const;
const committed = () => commit(step, begin(lesson, 'e1'), given as never);

describe('the gate', () => {
  it('opens with all predictions, for good', () => {
    const work = begin(lesson, 'e1');
    expect([isOpen(read, work), isOpen(step, work)]).toEqual([true, false]);
    expect(isOpen(step, commit(step, work, { which: given.which } as never))).toBe(false);
    expect(isOpen(step, committed())).toBe(true);
    const again = commit(step, committed(), { which: { ...given.which, guess: ['one'] } } as never);
    expect(again.predictions['try.which'].guess).toEqual(['two']);
  });

  it('is opened by a teacher, or by the link, and it is kept that it was', () => {
    const opened = openFor(step, begin(lesson, 'e1'));
    expect([isOpen(step, opened), opened.opened]).toEqual([true, ['try']]);
    expect(openFor(step, opened)).toBe(opened);
    expect(isOpen(step, begin(lesson, 'e1', 'off'))).toBe(true);
  });

  it('says what a prediction lacks', () => {
    const missing = (draft: object) => missingOf(choose as never, draft);
    expect(missing({})).toBe('Take one.');
    expect(missing({ guess: ['two'], reason: '  ' })).toMatch(/^Say why/);
    expect(missing({ guess: ['two'], reason: 'so' })).toBe('Say how sure you are.');
    expect(missing({ guess: ['two'], reason: 'so', confidence: 4 })).toBeNull();
    expect(missingOf(sketch as never, { guess: [0.1, null, 0.2] as never })).toBe('Place all 3 points.');
    expect(missingOf(sketch as never, { guess: [0.1, 0, 0.2] })).toBeNull();
    const number = { id: 'n', ask: 'n', type: 'number', is: { score: 'recall' }, between: [1, 9] } as never;
    expect([missingOf(number, { guess: 0 }), missingOf(number, { guess: 9 })]).toEqual(['Give a number from 1 to 9.', null]);
    const order = { id: 'o', ask: 'o', type: 'order', items: [{ id: 'a' }, { id: 'b' }] } as never;
    expect([missingOf(order, { guess: ['a'] }), missingOf(order, { guess: ['b', 'a'] })]).toEqual(['Put all of them in order.', null]);
  });
});

it('a step waits for what comes next of it, in its order', () => {
  let work = begin(lesson, 'e1');
  expect([phaseOf(read, work), phaseOf(step, work)]).toEqual(['done', 'predicting']);
  work = committed();
  expect(phaseOf(step, work)).toBe('observing');
  work = observe(step, seen as never, work, 0.52, told(0.5));
  expect([phaseOf(step, work), work.observations['try.seen'].end]).toEqual(['explaining', 'seen']);
  work = write(step, { id: 'why' }, work, 'So it is.');
  expect(phaseOf(step, work)).toBe('done');
});

it('what is read off wrongly is asked again twice, then told; what nobody can know is told as that', () => {
  let work = committed();
  for (const misses of [1, 2]) {
    work = observe(step, seen as never, work, 0.9, told(0.5));
    expect(work.observations['try.seen']).toEqual({ value: 0.9, misses });
  }
  work = observe(step, seen as never, work, 0.9, told(0.5));
  expect(work.observations['try.seen']).toEqual({ value: 0.5, misses: 3, end: 'shown' });
  expect(observe(step, seen as never, work, 0.5, told(0.5))).toBe(work);
  expect(observe(step, seen as never, committed(), 0.3, untold('not computed')).observations['try.seen'].end).toBe('untold');
});

it('of a first loss “none” is an answer: predicted, and read off', () => {
  const number = { id: 'n', ask: 'n', type: 'number', between: [2, 25] };
  const missing = (is: Reading) => missingOf({ ...number, is } as never, { guess: NEVER });
  expect([missing({ score: 'firstLoss' }), missing({ score: 'firstLoss', stat: 'max' })]).toEqual([null, null]);
  expect(missing({ score: 'firstLoss', stat: 'share' })).toBe('Give a number from 2 to 25.');
  expect(missing({ score: 'recall', at: 3 })).toBe('Give a number from 2 to 25.');
  const none = never('no mode is lost by generation 25');
  const end = (value: Observed['value'], measured: Told<number>) =>
    observe(step, seen as never, committed(), value, measured).observations['try.seen'];
  expect([end(NEVER, none).end, end(18, none).end, end(NEVER, told(18)).end]).toEqual(['seen', undefined, undefined]);
  let work = committed();
  for (const value of [3, 4, 5]) work = observe(step, seen as never, work, value, none);
  expect(work.observations['try.seen']).toEqual({ value: NEVER, misses: 3, end: 'shown' });
});

it('work of another edition keeps the answers that still have their question', () => {
  const other = { ...lesson, steps: [read, { ...step, predict: [choose, { ...sketch, x: [1, 5] }] }] } as unknown as Lesson;
  const { work, changed } = broughtOver({ ...committed(), at: 'gone', opened: ['gone', 'try'] }, other, 'e2');
  expect(Object.keys(work.predictions)).toEqual(['try.which']);
  expect([work.edition, work.at, work.opened, changed]).toEqual(['e2', 'read', ['try'], ['try.curve']]);
});
