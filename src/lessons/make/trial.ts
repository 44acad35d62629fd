/** Whether a step's story holds in other seeds: what is computed for it, and what comes of it, as `lessons:expect` does for the lessons of the page. */
import type { Experiment } from '../../engine/experiment';
import { printJson } from '../../engine/experimentText';
import { type Expected, expectedOf, type Plan, planOf, type Sheet, sheetOf } from '../expected';
import type { Lesson, Reading } from '../lesson';
import { experimentOf, seedOf } from '../lessonRuns';
import type { RunSeen } from '../runSeen';
import { readingsIn, type Stated, statedIn } from '../sentences';

/** What is stated in a step, and what is claimed of its runs. */
function statedOf(lesson: Lesson, step: string): Stated {
  const { sentences, questions } = statedIn(lesson);
  const isOfStep = ({ run }: Reading) => run === step || run?.startsWith(`${step}.`) === true;
  const asked = questions.filter(({ where }) => where.startsWith(`${step}, `));
  return {
    readings: asked.map(({ reading }) => reading),
    sentences: sentences.filter(({ where, check }) => where.startsWith(`${step}, `) || (where === 'claim' && readingsIn(check).some(isOfStep))),
    questions: asked,
    unread: [],
  };
}

export interface Trial {
  readonly plan: Plan;
  readonly seeds: readonly number[];
  /** every run of every seed, the lesson's own among them; those that are the same in several seeds once */
  readonly runs: readonly (readonly [key: string, experiment: Experiment])[];
  /** by seed, the lesson's own among them, the keys of its runs by their names */
  readonly bySeed: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

const keyOf = (experiment: Experiment): string => JSON.stringify(printJson(experiment));

/** A run of a trial, with the scores that are read off it and no others. */
const runAt = ({ lesson, wanted }: Plan, run: Plan['runs'][number], seed: number): Experiment => ({
  ...experimentOf(lesson, run, seed),
  scores: [...wanted(run.name)],
});

/** Null where a step states nothing that runs decide. */
export function trialOf(lesson: Lesson, step: string, count: number): Trial | null {
  const whole = planOf(lesson, statedOf(lesson, step));
  const named = new Set([...whole.readings.values()].map(({ run }) => run));
  const plan = { ...whole, runs: whole.runs.filter(({ name }) => named.has(name)) };
  if (plan.runs.length === 0) return null;
  const seeds = Array.from({ length: count }, (_, at) => at + 1);
  const runs = new Map<string, Experiment>();
  const keysOf = (seed: number) =>
    plan.runs.map((run) => {
      const experiment = runAt(plan, run, seed);
      const key = keyOf(experiment);
      runs.set(key, experiment);
      return [run.name, key] as const;
    });
  const bySeed = new Map([...new Set([seedOf(lesson), ...seeds])].map((seed) => [seed, new Map(keysOf(seed))] as const));
  return { plan, seeds, runs: [...runs], bySeed };
}

/** What one seed says; null before its runs are there. */
export function sheetAt({ plan, bySeed }: Trial, seed: number, runNamed: (key: string) => RunSeen | null): Sheet | null {
  const runs = new Map<string, RunSeen>();
  for (const [name, key] of bySeed.get(seed) ?? []) {
    const found = runNamed(key);
    if (!found) return null;
    runs.set(name, found);
  }
  return sheetOf(plan, runs);
}

/** What comes of all seeds; null before they are there. */
export function outcomeOf(trial: Trial, sheets: ReadonlyMap<number, Sheet>): Expected | null {
  const { plan, seeds } = trial;
  return [seedOf(plan.lesson), ...seeds].every((seed) => sheets.has(seed)) ? expectedOf(plan, sheets, seeds) : null;
}

/** In how many seeds all that is stated is as it has to be: claims hold, and options are as right or wrong as at the lesson's own seed. */
export function holdsIn({ plan, seeds }: Trial, sheets: ReadonlyMap<number, Sheet>): number {
  const own = sheets.get(seedOf(plan.lesson));
  const isRight = (seed: number) =>
    plan.stated.sentences.every(({ either }, at) => {
      const wanted = either ? (own?.verdicts[at].value ?? null) : true;
      return wanted !== null && sheets.get(seed)?.verdicts[at].value === wanted;
    });
  return seeds.filter(isRight).length;
}
