/** The runs of a lesson: how they are called, and what they compute. */
import type { Experiment } from '../engine/experiment';
import { isViewKey, parseExperiment } from '../engine/experimentText';
import { valuesIn } from '../engine/query';
import { Refusal } from '../engine/refusal';
import type { Lesson, LessonRun, Step } from './lesson';
import { scoresBehind } from './scoreBehind';

/** A run by its name, the step's id, or `step.run` where it has several; its query stands behind the lesson's base. */
interface NamedRun extends Pick<LessonRun, 'query'> {
  readonly name: string;
}

/** Stands in a link for the number of the desk, which is the seed there. */
const DESK = 'DESK';

export const runsOf = ({ steps }: Lesson): readonly NamedRun[] =>
  steps.flatMap(({ id, run = [] }) =>
    typeof run === 'string' ? [{ name: id, query: run }] : run.map((one) => ({ name: `${id}.${one.id}`, query: one.query })),
  );

/**
 * The run that is meant in a step where none is named: its own, or the one that is still on the screen, of the nearest step above. Of several none
 * is meant. Outside of all steps it is the only run that there is.
 */
export function runMeant(lesson: Lesson, step?: string): string | undefined {
  const until = lesson.steps.findIndex(({ id }) => id === step);
  const own =
    step === undefined
      ? lesson.steps.filter(({ run }) => run)
      : lesson.steps
          .slice(0, until + 1)
          .filter(({ run }) => run)
          .slice(-1);
  const [{ id, run } = {}] = own;
  return own.length === 1 && typeof run === 'string' ? id : undefined;
}

/** The seed of its base; 1 where that is the desk's number, or not said. */
export const seedOf = ({ base }: Lesson): number => {
  const seed = Number(valuesIn(base).get('seed') ?? 1);
  return Number.isFinite(seed) ? seed : 1;
};

/** Whether a run takes the number of a desk for its seed: where its own query says so. */
export const isOfDesk = ({ query }: Pick<NamedRun, 'query'>): boolean => valuesIn(query).get('seed')?.toUpperCase() === DESK;

/** What a run of a lesson computes where the base has this seed, or the desk this number. A seed of the run's own stays. */
export function experimentOf({ id, base }: Lesson, { name, query }: NamedRun, seed: number): Experiment {
  const own = valuesIn(query);
  const seeded = own.get('seed') ?? DESK;
  const values = [...valuesIn(base), ...own].filter(([key]) => !isViewKey(key));
  const { experiment, notes } = parseExperiment({ ...Object.fromEntries(values), seed: seeded.toUpperCase() === DESK ? seed : seeded });
  const [note] = notes;
  if (note) throw new Refusal(`Lesson “${id}”, run “${name}”: ${note.problem}`);
  return experiment;
}

/** The scores that a step's runs are shown with: those of the step, so that these stand on the stage. */
export const scoresOf = ({ show = [] }: Pick<Step, 'show'>): readonly string[] => scoresBehind(show);

/** A run as the page shows it: with no scores but these, if there are any. */
export const withScores = (experiment: Experiment, scores: readonly string[]): Experiment =>
  scores.length > 0 ? { ...experiment, scores } : experiment;

/** The runs of a step, in their order. */
export const runsIn = (lesson: Lesson, { id }: Pick<Step, 'id'>): readonly NamedRun[] =>
  runsOf(lesson).filter(({ name }) => name === id || name.startsWith(`${id}.`));

/** The runs of a lesson that come recorded with it, as the page computes them. */
export const recordedIn = (lesson: Lesson): readonly (readonly [name: string, experiment: Experiment])[] =>
  lesson.steps.flatMap((step) =>
    step.recorded
      ? runsIn(lesson, step).map((run) => [run.name, withScores(experimentOf(lesson, run, seedOf(lesson)), scoresOf(step))] as const)
      : [],
  );
