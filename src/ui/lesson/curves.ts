import { isScore } from '../../engine/laneValue';
import { truths } from '../../engine/truths';
import type { Step } from '../../lessons/lesson';
import { lessonDoor } from './lessonDoor';

/** The scores and exact values of a step, any of whose curves can stand on the stage. The first loss is read off the modes alive. */
export const curvesOf = ({ show = [] }: Step): readonly string[] => [
  ...new Set(
    show.map((name) => (name === 'firstLoss' ? 'modesAlive' : name)).filter((name) => isScore(name) || truths.some(({ id }) => id === name)),
  ),
];

/** The one that stands there at first: what is sketched, if anything is. */
export const firstCurve = (step: Step): string | undefined =>
  step.predict?.flatMap((part) => (part.type === 'sketch' ? part.score : []))[0] ?? curvesOf(step)[0];

export const showCurve = (curve: string | undefined): void => lessonDoor.setState({ curve });
