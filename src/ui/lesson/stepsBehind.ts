import type { Lesson, Step } from '../../lessons/lesson';
import { placeholdersIn, readReading } from '../../lessons/placeholders';
import { isOpen, type Work } from '../../lessons/work';
import { namesOf } from './stepRuns';

interface At {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly work: Work;
}

/** The step that a run is of. */
export const stepOfRun = (lesson: Lesson, name: string): Step | undefined => lesson.steps.find((step) => namesOf(lesson, step).includes(name));

/** The step whose run stands on the stage: this one, or the nearest above that has one. */
export const stepOnStage = ({ steps }: Lesson, step: Step): Step | undefined =>
  steps
    .slice(0, steps.indexOf(step) + 1)
    .filter(({ run }) => run !== undefined)
    .at(-1);

/** Steps whose runs stay as thin lines in this one; none that still waits for its prediction. */
export const ghostSteps = ({ lesson, step, work }: At): readonly Step[] =>
  (step.ghost ?? []).flatMap((id) => lesson.steps.filter((other) => other.id === id && isOpen(other, work)));

/** Other steps whose runs this one shows or tells of; none that still waits for its prediction. */
export function stepsBehind(at: At): readonly Step[] {
  const { lesson, step, work } = at;
  const told = (placeholdersIn(step.text ?? '') ?? []).flatMap((words) => stepOfRun(lesson, readReading(words)?.run ?? '') ?? []);
  const onStage = stepOnStage(lesson, step);
  // the run of free play is the pupil's own
  const found = [...ghostSteps(at), ...(onStage?.predict ? [onStage] : []), ...told];
  return lesson.steps.filter((other) => other !== step && found.includes(other) && isOpen(other, work));
}
