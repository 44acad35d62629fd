import type { Experiment } from '../../engine/experiment';
import type { Lesson, Step } from '../../lessons/lesson';
import { experimentOf, isOfDesk, runsIn, runsOf, scoresOf, seedOf, withScores } from '../../lessons/lessonRuns';
import type { Work } from '../../lessons/work';

/** Names of the runs of a step, in their order. */
export const namesOf = (lesson: Lesson, step: Step): readonly string[] => runsIn(lesson, step).map(({ name }) => name);

/** The seed of runs that have the desk's number: as long as none is known, that of the lesson. */
export const seedOfDesk = (lesson: Lesson, { desk }: Pick<Work, 'desk'>): number => desk ?? seedOf(lesson);

/** Runs of the desk's own, anywhere in a lesson. */
export const desksRunsOf = (lesson: Lesson) => runsOf(lesson).filter(isOfDesk);

/** Whether something that runs in a step is the desk's own. */
export const isDesksStep = (lesson: Lesson, step: Step): boolean => runsIn(lesson, step).some(isOfDesk);

/** Whether the number of the desk stands fast: something was predicted, or read off, of its runs. */
export const isDeskFixed = (lesson: Lesson, { predictions, observations }: Pick<Work, 'predictions' | 'observations'>): boolean =>
  lesson.steps
    .filter((step) => isDesksStep(lesson, step))
    .some(({ id }) => Object.keys({ ...predictions, ...observations }).some((place) => place.startsWith(`${id}.`)));

/** Runs as the page shows them. */
export const experimentsOf = (lesson: Lesson, step: Step, work: Pick<Work, 'desk'>): readonly (readonly [name: string, experiment: Experiment])[] =>
  runsIn(lesson, step).map((run) => {
    const seed = isOfDesk(run) ? seedOfDesk(lesson, work) : seedOf(lesson);
    return [run.name, withScores(experimentOf(lesson, run, seed), scoresOf(step))];
  });

/** Whether a lesson has runs, and the first of them comes after a step. */
export const isBeforeRuns = ({ steps }: Lesson, step: Step): boolean => steps.findIndex(({ run }) => run) > steps.indexOf(step);
