import { expect, it } from 'vitest';
import type { Lesson, Step } from './lesson';
import { experimentOf, runMeant, runsOf, seedOf } from './lessonRuns';

const step = (id: string, run?: Step['run']): Step => ({ id, title: id, minutes: 5, ...(run && { run }) });
const lessonOf = (base: string, ...steps: Step[]): Lesson => ({
  format: 'mad-lesson/1',
  id: 'tiny',
  title: 'Tiny',
  minutes: 10,
  ages: '14-17',
  language: 'en',
  licence: 'CC-BY-4.0',
  authors: ['Somebody'],
  goals: [],
  vocabulary: [],
  base,
  limits: 'None.',
  steps,
});

const several = [
  { id: 'few', title: 'Few', query: 'real=10' },
  { id: 'many', title: 'Many', query: 'real=100&seed=7' },
];
const lesson = lessonOf('v=1&dataset=ring&seed=3', step('talk'), step('patient', 'generations=20'), step('why'), step('cure', several), step('end'));

it('the run that is meant is the one on the screen, unless there are several', () => {
  expect(runsOf(lesson).map(({ name }) => name)).toEqual(['patient', 'cure.few', 'cure.many']);
  expect(lesson.steps.map(({ id }) => runMeant(lesson, id))).toEqual([undefined, 'patient', 'patient', undefined, undefined]);
  expect(runMeant(lesson)).toBeUndefined();
  expect(runMeant({ ...lesson, steps: lesson.steps.slice(0, 3) })).toBe('patient');
});

it('a seed is that of the base, of the desk, or of the run itself', () => {
  const seedsOf = (of: Lesson, seed: number) => runsOf(of).map((run) => experimentOf(of, run, seed).seed);
  expect(seedOf(lesson)).toBe(3);
  expect(seedsOf(lesson, 12)).toEqual([12, 12, 7]);
  const desks = lessonOf('v=1&seed=DESK', step('one', 'generations=5'), step('two', 'seed=desk&lock=all'));
  expect(seedOf(desks)).toBe(1);
  expect(seedsOf(desks, 12)).toEqual([12, 12]);
  expect(() => seedsOf(lessonOf('v=1', step('one', 'real=many')), 1)).toThrow('Lesson “tiny”, run “one”');
});
