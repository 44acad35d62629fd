/** Which runs a class's answers are beside, and what these say. */
import type { Experiment } from '../../engine/experiment';
import { valuesIn } from '../../engine/query';
import { readingOf, type Seen } from '../checks';
import { type Expected, nameOf, planOf } from '../expected';
import type { Lesson, Prediction, Reading, Step } from '../lesson';
import { experimentOf, runMeant, runsOf, seedOf } from '../lessonRuns';
import type { RunSeen } from '../runSeen';
import { stretchOf } from '../stretch';
import { type Told, untold } from '../told';
import { placeOf, type Work } from '../work';

const DESK = 'DESK';

/** Whether each desk has its own: the seed of such a run is the desk's number. */
export function isOfDesk({ base, ...lesson }: Lesson, name: string): boolean {
  const run = runsOf({ base, ...lesson }).find((one) => one.name === name);
  const seed = run && (valuesIn(run.query).get('seed') ?? valuesIn(base).get('seed'));
  return seed?.toUpperCase() === DESK;
}

const keyOf = (name: string, desk: number | null): string => (desk === null ? name : `${name} at ${desk}`);

/** All runs that these desks were asked about, by the names that `seenBy` asks for; with the scores that the lesson reads. */
export function runsOfClass(lesson: Lesson, desks: readonly number[]): readonly (readonly [name: string, experiment: Experiment])[] {
  const { runs, wanted } = planOf(lesson);
  return runs
    .filter(({ name }) => wanted(name).length > 0)
    .flatMap((run) => {
      const seeds = isOfDesk(lesson, run.name) ? desks : [null];
      return seeds.map(
        (desk) => [keyOf(run.name, desk), { ...experimentOf(lesson, run, desk ?? seedOf(lesson)), scores: [...wanted(run.name)] }] as const,
      );
    });
}

const readingAt = ({ score, loop, run, stat }: Extract<Prediction, { type: 'sketch' }>, at: number): Reading => ({
  score,
  at,
  ...(loop !== undefined && { loop }),
  ...(run !== undefined && { run }),
  ...(stat !== undefined && { stat }),
});

/** What statements of a step are about, where this work was done. @param runNamed null where a run is not there yet */
export const seenBy =
  (lesson: Lesson, work: Work, runNamed: (name: string) => RunSeen | null) =>
  (step: Step): Seen => ({
    run(named) {
      const name = named ?? runMeant(lesson, step.id);
      if (name === undefined) return null;
      if (!isOfDesk(lesson, name)) return runNamed(name);
      return work.desk === undefined ? null : runNamed(keyOf(name, work.desk));
    },
    predicted(id, at) {
      const place = lesson.steps.find((one) => one.predict?.some((part) => part.id === id));
      const part = place?.predict?.find((one) => one.id === id);
      const guess = place && part && work.predictions[placeOf(place, part)]?.guess;
      if (typeof guess === 'number') return guess;
      const height = part?.type === 'sketch' && Array.isArray(guess) ? guess[part.x.indexOf(Number(at))] : null;
      return typeof height === 'number' ? height : null;
    },
  });

/** The run that a reading of a step is of. */
export const runNameOf = (lesson: Lesson, step: Step, { run }: Pick<Reading, 'run'>): string | undefined => run ?? runMeant(lesson, step.id);

/** From where to where nine of ten seeds lie, as it was computed for the lesson; null where it was not. */
export function bandOf(lesson: Lesson, step: Step, reading: Reading, expected: Expected | null): readonly [low: number, high: number] | null {
  const run = runNameOf(lesson, step, reading);
  const { low, high } = expected?.numbers[nameOf({ ...reading, ...(run !== undefined && { run }) })] ?? { low: null, high: null };
  return low === null || high === null ? null : [low, high];
}

/** A point of a curve. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** The run's own curve where a sketch was asked for, at every generation between its ends. */
export const curveOf = (part: Extract<Prediction, { type: 'sketch' }>, seen: Seen): readonly Point[] =>
  stretchOf([part.x[0], part.x[part.x.length - 1]]).flatMap((at) => {
    const { value } = readingOf(readingAt(part, at), seen);
    return value === null ? [] : [{ at, value }];
  });

/** Its band at the generations that were asked for. */
export const bandsOf = (lesson: Lesson, step: Step, part: Extract<Prediction, { type: 'sketch' }>, expected: Expected | null) =>
  part.x.flatMap((at) => {
    const band = bandOf(lesson, step, readingAt(part, at), expected);
    return band ? [{ at, low: band[0], high: band[1] }] : [];
  });

/** The number of each desk, where its own run tells it. */
export function measuredAt(lesson: Lesson, step: Step, reading: Reading, work: Work, runNamed: (name: string) => RunSeen | null): Told<number> {
  if (work.desk === undefined) return untold('it has no desk number, and so no run of its own');
  return readingOf(reading, seenBy(lesson, work, runNamed)(step));
}
