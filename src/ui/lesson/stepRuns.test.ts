import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseQuery } from '../../engine/experimentText';
import { lessonOf } from '../../lessons/testing/begun';
import { begin } from '../../lessons/work';
import { experimentsOf, isDeskFixed, isDesksStep } from './stepRuns';

const lesson = lessonOf(readFileSync(new URL('../../lessons/files/one-run.md', import.meta.url), 'utf8'));
const stepOf = (id: string) => lesson.steps.find((step) => step.id === id) ?? lesson.steps[0];
const work = begin(lesson, 'e1');

it('desks 1 to 30 have thirty runs, each that of its link, and no other run has the number of a desk', () => {
  const own = Array.from({ length: 30 }, (_, at) => at + 1).map((desk) => {
    const [[, experiment]] = experimentsOf(lesson, stepOf('mine'), { desk });
    const { experiment: linked } = parseQuery(`${lesson.base}&loop=fully-synthetic&generations=25`.replace('seed=1', `seed=${desk}`));
    expect(experiment).toEqual({ ...linked, scores: ['modesAlive'] });
    expect(experimentsOf(lesson, stepOf('floor'), { desk }).map(([, { seed }]) => seed)).toEqual([desk, desk]);
    for (const id of ['room', 'claims', 'third']) for (const [, { seed }] of experimentsOf(lesson, stepOf(id), { desk })) expect(seed, id).toBe(1);
    expect(experimentsOf(lesson, stepOf('start'), { desk }).map(([, { seed }]) => seed)).toEqual([12, 13]);
    return experiment.seed;
  });
  expect(new Set(own).size).toBe(30);
  // without one it is the lesson's own
  expect(experimentsOf(lesson, stepOf('mine'), work)[0][1].seed).toBe(1);
});

it('a desk stands fast from what is first predicted or read off of its runs', () => {
  expect(['start', 'mine', 'room', 'floor'].map((id) => isDesksStep(lesson, stepOf(id)))).toEqual([false, true, false, true]);
  const predicted = { guess: 3, seconds: 1 };
  expect(isDeskFixed(lesson, work)).toBe(false);
  expect(isDeskFixed(lesson, { ...work, predictions: { 'room.earliest': predicted } })).toBe(false);
  expect(isDeskFixed(lesson, { ...work, predictions: { 'mine.own': predicted } })).toBe(true);
  expect(isDeskFixed(lesson, { ...work, observations: { 'mine.own-first': { value: 3, misses: 1 } } })).toBe(true);
});
