/** What one pupil, or one pair, has done of a lesson: a value that each action makes a new one of. Nothing in it is ever graded. */
import * as v from 'valibot';
import type { Lesson, Observation, Prediction, Question, Step } from './lesson';
import { isNever, type Told } from './told';
import { mayBeNever } from './values';

const LONGEST_TEXT = 2000;
const finite = v.pipe(v.number(), v.finite());
const name = v.pipe(v.string(), v.maxLength(65));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));

/** The answer that a number never comes, as the first loss of a run that loses nothing. */
export const NEVER = 'never';
const never = v.literal(NEVER);
/** It in words, where it is asked for and where it is told. */
export const NEVER_WORDS = 'none by the end of the run';

/** What was predicted: options taken, items in order, a number or that there is none, or a height for each x of a sketch. */
const guess = v.union([v.array(name), finite, never, v.array(finite)]);
export type Guess = v.InferOutput<typeof guess>;

const predicted = v.strictObject({
  guess,
  reason: v.optional(text),
  confidence: v.optional(v.picklist([1, 2, 3, 4])),
  /** from the start of the step to the commit */
  seconds: v.pipe(finite, v.minValue(0)),
});
export type Predicted = v.InferOutput<typeof predicted>;

/** How an observation ended: seen, told after two misses, or not to be told. */
const SEEN = ['seen', 'shown', 'untold'] as const;
const observed = v.strictObject({
  value: v.nullable(v.union([finite, never])),
  misses: v.pipe(finite, v.integer(), v.minValue(0)),
  end: v.optional(v.picklist(SEEN)),
});
export type Observed = v.InferOutput<typeof observed>;

/** The code of a group in a school: it stands in file names. */
export const GROUP = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,15}$/u;

/** Answers are kept under `step.id`. */
export const workSchema = v.strictObject({
  format: v.literal('mad-lesson-work/1'),
  lesson: name,
  /** which edition of the lesson it was begun with */
  edition: name,
  /** the step that it stands at */
  at: name,
  predictions: v.record(name, predicted),
  observations: v.record(name, observed),
  /** explanations and what is written in a quiz; options taken there by their ids */
  texts: v.record(name, text),
  /** runs that could not be computed where this was done, with the version that had recorded them */
  recorded: v.optional(v.record(name, name)),
  /** steps that a teacher opened, and whether all are open */
  opened: v.array(name),
  poe: v.picklist(['on', 'off']),
  /** where it is done in a class, as its link says; nobody's name */
  desk: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  group: v.optional(v.pipe(v.string(), v.regex(GROUP))),
});
export type Work = v.InferOutput<typeof workSchema>;

export const begin = ({ id, steps }: Lesson, edition: string, poe: Work['poe'] = 'on'): Work => ({
  format: 'mad-lesson-work/1',
  lesson: id,
  edition,
  at: steps[0].id,
  predictions: {},
  observations: {},
  texts: {},
  opened: [],
  poe,
});

export const placeOf = (step: Pick<Step, 'id'>, part: { readonly id: string }): string => `${step.id}.${part.id}`;

export const stepAt = ({ steps }: Lesson, { at }: Pick<Work, 'at'>): Step => steps.find(({ id }) => id === at) ?? steps[0];

/** Whether all that a step asks to predict is predicted. */
const isCommitted = (step: Step, work: Pick<Work, 'predictions'>): boolean => toPredict(step, work).length === 0;

/** Whether a step's run may be seen: nothing is to be predicted, it is, or a teacher says so. */
export const isOpen = (step: Step, work: Pick<Work, 'predictions' | 'opened' | 'poe'>): boolean =>
  work.poe === 'off' || work.opened.includes(step.id) || isCommitted(step, work);

/** What a step waits for, in its order; `done`: nothing any more. */
export type Phase = 'predicting' | 'observing' | 'explaining' | 'asking' | 'done';

export function phaseOf(step: Step, work: Work): Phase {
  if (!isOpen(step, work)) return 'predicting';
  if ((step.observe ?? []).some((part) => work.observations[placeOf(step, part)]?.end === undefined)) return 'observing';
  if (step.explain && !(placeOf(step, step.explain) in work.texts)) return 'explaining';
  return (step.quiz ?? []).some((part) => !(placeOf(step, part) in work.texts)) ? 'asking' : 'done';
}

/** What is not yet as it has to be of a prediction, in words; null where it can be committed. */
export function missingOf(
  prediction: Prediction,
  { guess, reason = '', confidence }: { readonly [Field in keyof Predicted]?: Predicted[Field] | undefined },
): string | null {
  const what = missingGuess(prediction, guess);
  if (what !== null) return what;
  if (prediction.reason === 'required' && reason.trim() === '') return 'Say why; “I am guessing” is an answer.';
  return prediction.confidence && confidence === undefined ? 'Say how sure you are.' : null;
}

function missingGuess(prediction: Prediction, guess: Guess | undefined): string | null {
  switch (prediction.type) {
    case 'choose':
      return Array.isArray(guess) && guess.length > 0 ? null : prediction.several ? 'Take at least one.' : 'Take one.';
    case 'order':
      return Array.isArray(guess) && guess.length === prediction.items.length ? null : 'Put all of them in order.';
    case 'number': {
      const [low, high] = prediction.between;
      if (guess === NEVER && mayBeNever(prediction.is)) return null;
      return typeof guess === 'number' && guess >= low && guess <= high ? null : `Give a number from ${low} to ${high}.`;
    }
    case 'sketch':
      return Array.isArray(guess) && guess.length === prediction.x.length && guess.every((y) => typeof y === 'number')
        ? null
        : `Place all ${prediction.x.length} points.`;
  }
}

/** What of a step is still to be predicted. */
export const toPredict = (step: Step, { predictions }: Pick<Work, 'predictions'>): readonly Prediction[] =>
  (step.predict ?? []).filter((part) => !(placeOf(step, part) in predictions));

/** A step's predictions become what they are, for good; those made before stay. All at once, or nothing: half of them would open no step. */
export function commit(step: Step, work: Work, given: Readonly<Record<string, Predicted>>): Work {
  const parts = toPredict(step, work);
  if (parts.some((part) => missingGuess(part, given[part.id]?.guess) !== null)) return work;
  const added = Object.fromEntries(parts.map((part) => [placeOf(step, part), given[part.id]]));
  return { ...work, predictions: { ...added, ...work.predictions } };
}

/** Misses after which the value is told. */
const MISSES = 2;

/**
 * A number that was read off: near enough to the run's it is seen; missed twice the run's is told, and that it was is kept.
 * @param measured untold: the run has no such number
 */
export function observe(step: Step, part: Observation, work: Work, value: Observed['value'], measured: Told<number>): Work {
  const place = placeOf(step, part);
  const before = work.observations[place] ?? { value: null, misses: 0 };
  if (before.end !== undefined) return work;
  return { ...work, observations: { ...work.observations, [place]: after(before, value, measured, part.within) } };
}

function after({ misses }: Observed, value: Observed['value'], told: Told<number>, within: number): Observed {
  const measured = isNever(told) ? NEVER : told.value;
  if (measured === null) return { value, misses, end: 'untold' };
  if (isNear(value, measured, within)) return { value, misses, end: 'seen' };
  return misses + 1 > MISSES ? { value: measured, misses: misses + 1, end: 'shown' } : { value, misses: misses + 1 };
}

function isNear(value: Observed['value'], measured: number | typeof NEVER, within: number): boolean {
  if (typeof value !== 'number' || typeof measured !== 'number') return value === measured;
  return Math.abs(value - measured) <= within + 1e-9;
}

export const write = (step: Step, part: Pick<Question, 'id'>, work: Work, words: string): Work => ({
  ...work,
  texts: { ...work.texts, [placeOf(step, part)]: words.slice(0, LONGEST_TEXT) },
});

export const seenRecorded = (work: Work, run: string, version: string): Work => ({ ...work, recorded: { ...work.recorded, [run]: version } });

export const openFor = (step: Step, work: Work): Work => (work.opened.includes(step.id) ? work : { ...work, opened: [...work.opened, step.id] });

/** Work that was begun with another edition of a lesson: answers that still have their question, and the places of those that have none any more. */
export function broughtOver(work: Work, lesson: Lesson, edition: string): { readonly work: Work; readonly changed: readonly string[] } {
  const changed: string[] = [];
  const kept = <Answer>(answers: Readonly<Record<string, Answer>>, fits: (place: string, answer: Answer) => boolean): Record<string, Answer> =>
    Object.fromEntries(
      Object.entries(answers).filter(([place, answer]) => {
        const isRight = fits(place, answer);
        if (!isRight) changed.push(place);
        return isRight;
      }),
    );
  const [predict, observed, written] = [partsOf(lesson, predictionsOf), partsOf(lesson, observationsOf), partsOf(lesson, textsOf)];
  const predictions = kept(work.predictions, (place, { guess }) => {
    const part = predict.get(place);
    return part !== undefined && isGuessOf(part, guess);
  });
  const observations = kept(work.observations, (place) => observed.has(place));
  const texts = kept(work.texts, (place, answer) => {
    const part = written.get(place);
    return part !== undefined && (part.options?.some(({ id }) => id === answer) ?? true);
  });
  const isStep = (id: string) => lesson.steps.some((step) => step.id === id);
  const at = isStep(work.at) ? work.at : lesson.steps[0].id;
  return { work: { ...work, edition, predictions, observations, texts, at, opened: work.opened.filter(isStep) }, changed };
}

const predictionsOf = ({ predict = [] }: Step): readonly Prediction[] => predict;
const observationsOf = ({ observe = [] }: Step): readonly Observation[] => observe;
/** What is answered in words, or by an option without a run. */
const textsOf = ({ explain, quiz = [] }: Step): readonly Pick<Question, 'id' | 'options'>[] => (explain ? [explain, ...quiz] : quiz);

const partsOf = <Part extends { readonly id: string }>({ steps }: Lesson, of: (step: Step) => readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(steps.flatMap((step) => of(step).map((part) => [placeOf(step, part), part] as const)));

function isGuessOf(prediction: Prediction, guess: Guess): boolean {
  if (missingGuess(prediction, guess) !== null) return false;
  if (prediction.type !== 'choose' && prediction.type !== 'order') return true;
  const known = prediction.type === 'choose' ? prediction.options : prediction.items;
  return (guess as readonly unknown[]).every((id) => known.some((one) => one.id === id));
}
