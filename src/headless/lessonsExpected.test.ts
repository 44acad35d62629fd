import { describe, expect, it } from 'vitest';
import { kindOf } from '../engine/chosen';
import type { Experiment } from '../engine/experiment';
import { loopsOf } from '../engine/loops/named';
import { poolOf, recipesOf } from '../engine/recipe';
import { anotherSeed, planOf } from '../lessons/expected';
import type { Lesson } from '../lessons/lesson';
import { experimentOf, seedOf } from '../lessons/lessonRuns';
import { explanationsFile } from './explanationsFile';
import { readExpected, readLessons, whyStale } from './lessonFiles';
import { differences } from './lessonNumbers';
import { computeRun } from './lessonRun';

/** Samples of points that the runs of two seeds may fit and score for these to be computed anew: some seconds of one core. */
const CHEAP = 4_000_000;

/** Samples that a run fits and scores; none is cheap that isn't of points. */
function samplesOf(experiment: Experiment, isScored: boolean): number {
  if (kindOf(experiment).id !== 'points') return Number.POSITIVE_INFINITY;
  let samples = 0;
  for (const loop of loopsOf(experiment)) {
    const recipeAt = recipesOf(loop, experiment);
    for (let t = 1; t <= experiment.generations; t++) samples += poolOf(recipeAt(t)) + (isScored ? experiment.evaluation : 0);
  }
  return samples * experiment.replicates;
}

function isCheap(lesson: Lesson): boolean {
  const plan = planOf(lesson);
  const ofSeed = (seed: number) => plan.runs.map((run) => samplesOf(experimentOf(lesson, run, seed), plan.wanted(run.name).length > 0));
  return [seedOf(lesson), anotherSeed(lesson)].flatMap(ofSeed).reduce((sum, samples) => sum + samples, 0) <= CHEAP;
}

const lessons = [...readLessons(), explanationsFile()];
const expected = readExpected();

it('nothing is expected of a lesson that there is not', () => {
  const ids = lessons.map(({ lesson }) => lesson.id);
  expect([...expected.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(lessons)('what is expected of $path', (file) => {
  const found = expected.get(file.lesson.id);

  it('is of the lesson and the engine as they are now', () => {
    expect(whyStale(file, found)).toBeNull();
  });

  it('is all that the lesson says of numbers', () => {
    expect(found?.faults).toEqual([]);
  });

  it.runIf(isCheap(file.lesson))('comes out again to the last digit, in two seeds', async () => {
    expect(found && (await differences(file.lesson, found, computeRun))).toEqual([]);
  });
});
