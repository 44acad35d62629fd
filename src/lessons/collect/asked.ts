/** All that a lesson asks, in its order. */
import type { Lesson, Observation, Prediction, Question, Step } from '../lesson';
import { placeOf } from '../work';

export type Asked = { readonly step: Step; readonly place: string } & (
  | { readonly kind: 'predict'; readonly part: Prediction }
  | { readonly kind: 'observe'; readonly part: Observation }
  | { readonly kind: 'write'; readonly part: Pick<Question, 'id' | 'ask' | 'options'> }
);

export const askedIn = ({ steps }: Lesson): readonly Asked[] =>
  steps.flatMap((step): Asked[] => [
    ...(step.predict ?? []).map((part) => ({ kind: 'predict' as const, step, place: placeOf(step, part), part })),
    ...(step.observe ?? []).map((part) => ({ kind: 'observe' as const, step, place: placeOf(step, part), part })),
    ...[...(step.explain ? [step.explain] : []), ...(step.quiz ?? [])].map((part) => ({
      kind: 'write' as const,
      step,
      place: placeOf(step, part),
      part,
    })),
  ]);
