import type { Experiment } from '../engine/experiment';
import { printJson } from '../engine/experimentText';
import { anotherSeed, type Expected, expectedOf, type Plan, planOf, SEEDS, type Sheet, sheetOf } from '../lessons/expected';
import type { Lesson } from '../lessons/lesson';
import { experimentOf, seedOf } from '../lessons/lessonRuns';
import type { RunSeen } from '../lessons/runSeen';

/** Computes a run with these scores. */
export type Compute = (experiment: Experiment, scores: readonly string[]) => Promise<RunSeen>;

/** With what it has computed kept: two runs may be one. */
function remembering(compute: Compute): Compute {
  const known = new Map<string, Promise<RunSeen>>();
  return (experiment, scores) => {
    const key = JSON.stringify([printJson(experiment), scores]);
    const found = known.get(key) ?? compute(experiment, scores);
    known.set(key, found);
    return found;
  };
}

/**
 * What a lesson's readings and statements come to where its base has this seed.
 * @param always computes the runs that are the same in all seeds
 */
async function sheetAt(plan: Plan, seed: number, compute: Compute, always = compute): Promise<Sheet> {
  const runs = new Map<string, RunSeen>();
  const once = remembering(compute);
  for (const named of plan.runs) {
    const experiment = experimentOf(plan.lesson, named, seed);
    runs.set(named.name, await (experiment.seed === seed ? once : always)(experiment, plan.wanted(named.name)));
  }
  return sheetOf(plan, runs);
}

/**
 * What to expect of a lesson, over all seeds, so many of them at once as there are who compute.
 * @param tell hears of each seed that is done
 */
export async function expectLesson(lesson: Lesson, computers: readonly Compute[], tell: (done: number, of: number) => void = () => undefined) {
  const plan = planOf(lesson);
  const seeds = [...new Set([seedOf(lesson), ...SEEDS])];
  const waiting = [...seeds];
  const sheets = new Map<number, Sheet>();
  const work = async (compute: Compute) => {
    const always = remembering(compute);
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      sheets.set(seed, await sheetAt(plan, seed, compute, always));
      tell(sheets.size, seeds.length);
    }
  };
  await Promise.all(computers.map(work));
  return expectedOf(plan, sheets);
}

/** Where two seeds of a lesson, computed anew, differ from what is expected; none where they are the same to the last digit. */
export async function differences(lesson: Lesson, expected: Expected, compute: Compute): Promise<string[]> {
  const plan = planOf(lesson);
  const found: string[] = [];
  for (const [name, seed] of [
    ['value', seedOf(lesson)],
    ['another', anotherSeed(lesson)],
  ] as const) {
    const { numbers } = await sheetAt(plan, seed, compute);
    for (const [words, { value }] of numbers) {
      const before = expected.numbers[words]?.[name];
      if (before !== value) found.push(`${words}, seed ${seed}: ${before} is expected, and it is ${value}`);
    }
  }
  return found;
}
