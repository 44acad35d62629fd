import { truths } from '../../engine/truths';
import type { Step } from '../../lessons/lesson';
import { scoreBehind } from '../../lessons/scoreBehind';
import { lessonDoor } from './lessonDoor';

const isTruth = (name: string): boolean => truths.some(({ id }) => id === name);

/** The scores and exact values of a step, any of whose curves can stand on the stage. */
export const curvesOf = ({ show = [] }: Step): readonly string[] => [
  ...new Set(show.flatMap((name) => scoreBehind(name) ?? (isTruth(name) ? name : []))),
];

/** The one that stands there at first: what is sketched, if anything is. */
export const firstCurve = (step: Step): string | undefined =>
  step.predict?.flatMap((part) => (part.type === 'sketch' ? part.score : []))[0] ?? curvesOf(step)[0];

export const showCurve = (curve: string | undefined): void => lessonDoor.setState({ curve });
