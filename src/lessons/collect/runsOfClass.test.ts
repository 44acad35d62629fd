import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { computeRun } from '../../headless/lessonRun';
import { readingOf } from '../checks';
import type { Lesson } from '../lesson';
import { begin, type Work } from '../work';
import { isOfDesk, measuredAt, runsOfClass, seenBy } from './runsOfClass';

const SETTINGS = { backend: 'wasm', dataset: 'ring', initialReal: 40, synthetic: 40, evaluation: 50, loop: 'fully-synthetic', generations: 3 };
const reading = { score: 'recall', at: 3 };
const predict = [{ id: 'many', ask: 'How much?', type: 'number', is: reading, between: [0, 1] }];
/** As lesson 3: each desk has its own seed. */
const lesson = {
  id: 'one-run',
  base: new URLSearchParams(Object.entries(SETTINGS).map(([key, value]) => [key, String(value)])).toString(),
  limits: 'Small.',
  steps: [
    { id: 'own', title: 'Yours', minutes: 5, run: 'seed=desk', predict },
    { id: 'all', title: 'All', minutes: 5, run: 'replicates=2&seed=4', predict: [{ ...predict[0], id: 'one', is: { ...reading, run: 'all' } }] },
  ],
} as unknown as Lesson;
const workAt = (desk?: number): Work => ({ ...begin(lesson, 'e1'), ...(desk !== undefined && { desk }) });

describe('runs of a class', () => {
  it('are one for each desk where the seed is the desk’s number, each once, and one for all elsewhere', () => {
    expect([isOfDesk(lesson, 'own'), isOfDesk(lesson, 'all'), isOfDesk({ ...lesson, base: `${lesson.base}&seed=DESK` }, 'all')]).toEqual([
      true,
      false,
      false,
    ]);
    const named = runsOfClass(lesson, [3, 12]);
    expect(named.map(([name, { seed, scores }]) => [name, seed, scores])).toEqual([
      ['own at 3', 3, ['recall']],
      ['own at 12', 12, ['recall']],
      ['all', 4, ['recall']],
    ]);
  });

  it('give thirty desks the numbers of thirty headless runs', async () => {
    const desks = Array.from({ length: 30 }, (_, at) => at + 1);
    const runs = new Map(
      await Promise.all(
        runsOfClass(lesson, desks).map(async ([name, experiment]) => [name, await computeRun(experiment, experiment.scores as string[])] as const),
      ),
    );
    const runNamed = (name: string) => runs.get(name) ?? null;
    const [own] = lesson.steps;
    const measured = desks.map((desk) => measuredAt(lesson, own, reading, workAt(desk), runNamed).value);
    const headless = await Promise.all(
      desks.map(async (seed) => {
        const run = await computeRun(parseExperiment({ ...SETTINGS, seed }).experiment, ['recall']);
        return readingOf(reading, { run: () => run }).value;
      }),
    );
    expect(measured).toEqual(headless);
    expect(new Set(measured).size).toBeGreaterThan(5);
    expect(measuredAt(lesson, own, reading, workAt(), runNamed)).toEqual({ value: null, why: 'it has no desk number, and so no run of its own' });
  });

  it('are not read before they are there, and predictions are those of the work', () => {
    const seen = seenBy(lesson, { ...workAt(3), predictions: { 'own.many': { guess: 0.5, seconds: 1 } } }, () => null)(lesson.steps[0]);
    expect([seen.run(undefined), seen.predicted('many', 3), seen.predicted('no', 3)]).toEqual([null, 0.5, null]);
  });
});
