/** Work as a table: a row for each answer, and beside it what the runs say, as far as they are known. */
import { readingOf, type Seen, verdictOn } from './checks';
import { heightsOfRun } from './gap';
import type { Lesson, Observation, Prediction, Question, Reading, Step } from './lesson';
import { isNever } from './told';
import { type Guess, NEVER, type Observed, type Predicted, placeOf, type Work } from './work';

type YesOrNo = 'yes' | 'no';
type Cell = string | number | null;

export interface Row {
  readonly lesson: string;
  readonly edition: string;
  readonly step: string;
  readonly question: string;
  readonly type: Prediction['type'] | 'observe' | 'explain' | 'quiz';
  /** ids of options or items with spaces between them, a number, `never`, `generation=height` of a sketch, or words */
  readonly answer: Cell;
  readonly reason: Cell;
  readonly confidence: Cell;
  /** what the options taken, or the range of a number, tell */
  readonly misconception: Cell;
  /** in the form of the answer; null where it is not known, or not to be known yet */
  readonly measured: Cell;
  /** between answer and run; of a sketch the largest, and its generation */
  readonly gap: Cell;
  readonly gapAt: Cell;
  readonly seconds: Cell;
  readonly misses: Cell;
  readonly end: Cell;
  /** whether the number was told */
  readonly shown: YesOrNo;
  /** whether a teacher opened the step */
  readonly opened: YesOrNo;
  /** the version that recorded the run where it could not be computed */
  readonly recorded: Cell;
  readonly poe: Work['poe'];
  readonly desk: Cell;
  readonly group: Cell;
}

export const COLUMNS = [
  ...(['lesson', 'edition', 'step', 'question', 'type', 'answer', 'reason', 'confidence', 'misconception', 'measured', 'gap', 'gapAt'] as const),
  ...(['seconds', 'misses', 'end', 'shown', 'opened', 'recorded', 'poe', 'desk', 'group'] as const),
] satisfies readonly (keyof Row)[];

const yesOrNo = (is: boolean): YesOrNo => (is ? 'yes' : 'no');

/** @param seenAt what statements of a step are about */
export const rowsOf = (lesson: Lesson, work: Work, seenAt: (step: Step) => Seen): readonly Row[] =>
  lesson.steps.flatMap((step) => rowsOfStep(lesson, step, work, seenAt(step)));

function rowsOfStep({ id }: Lesson, step: Step, work: Work, seen: Seen): readonly Row[] {
  const row = (part: { readonly id: string }, type: Row['type'], cells: Partial<Row> & Pick<Row, 'answer'>): Row => ({
    lesson: id,
    edition: work.edition,
    step: step.id,
    question: part.id,
    type,
    reason: null,
    confidence: null,
    misconception: null,
    measured: null,
    gap: null,
    gapAt: null,
    seconds: null,
    misses: null,
    end: null,
    shown: 'no',
    opened: yesOrNo(work.opened.includes(step.id)),
    recorded: recordedFor(step, work),
    poe: work.poe,
    desk: work.desk ?? null,
    group: work.group ?? null,
    ...cells,
  });
  const rows = <Part extends { readonly id: string }, Answer>(
    parts: readonly Part[] | undefined,
    answers: Readonly<Record<string, Answer>>,
    rowOf: (part: Part, answer: Answer) => Row,
  ) => (parts ?? []).flatMap((part) => (placeOf(step, part) in answers ? [rowOf(part, answers[placeOf(step, part)])] : []));
  return [
    ...rows(step.predict, work.predictions, (part, answer) => row(part, part.type, ofPrediction(part, answer, seen))),
    ...rows(step.observe, work.observations, (part, answer) => row(part, 'observe', ofObservation(part, answer, seen))),
    ...rows(step.explain && [step.explain], work.texts, (part, answer) => row(part, 'explain', { answer })),
    ...rows(step.quiz, work.texts, (part, answer) => row(part, 'quiz', { answer, misconception: ofQuestion(part, answer) })),
  ];
}

/** Of the runs of a step. */
const recordedFor = ({ id }: Step, { recorded = {} }: Work): Cell =>
  Object.entries(recorded).find(([run]) => run === id || run.startsWith(`${id}.`))?.[1] ?? null;

const ofQuestion = ({ options }: Question, answer: string): Cell => options?.find(({ id }) => id === answer)?.misconception ?? null;

/** Tags of misconceptions, each once; `none` only where there is no other. */
function tags(found: readonly string[]): Cell {
  const real = [...new Set(found)].filter((tag) => tag !== 'none');
  return found.length === 0 ? null : real.length > 0 ? real.join(' ') : 'none';
}

/** The answer to a prediction, and the run's. */
type Compared = Pick<Row, 'answer'> & Partial<Pick<Row, 'measured' | 'gap' | 'gapAt' | 'misconception'>>;

const ofPrediction = (part: Prediction, { guess, reason, confidence, seconds }: Predicted, seen: Seen) => ({
  ...compared(part, guess, seen),
  reason: reason ?? null,
  confidence: confidence ?? null,
  seconds,
});

function compared(part: Prediction, guess: Guess, seen: Seen): Compared {
  switch (part.type) {
    case 'choose':
      return chosen(part, guess as readonly string[], seen);
    case 'order':
      return { answer: (guess as readonly string[]).join(' '), measured: orderMeasured(part, seen) };
    case 'number':
      return numbered(part, guess as number | typeof NEVER, seen);
    case 'sketch':
      return sketched(part, guess as readonly number[], seen);
  }
}

function chosen({ options }: Extract<Prediction, { type: 'choose' }>, guess: readonly string[], seen: Seen): Compared {
  const verdicts = options.map(({ id, holds }) => ({ id, value: holds ? verdictOn(holds, seen).value : null }));
  const isKnown = verdicts.every(({ value }) => value !== null);
  return {
    answer: guess.join(' '),
    measured: isKnown ? verdicts.flatMap(({ id, value }) => (value ? [id] : [])).join(' ') : null,
    misconception: tags(options.flatMap(({ id, misconception }) => (guess.includes(id) ? [misconception] : []))),
  };
}

function orderMeasured({ items }: Extract<Prediction, { type: 'order' }>, seen: Seen): Cell {
  const found = items.flatMap(({ id, is }) => {
    const { value } = readingOf(is, seen);
    return value === null ? [] : [{ id, value }];
  });
  if (found.length < items.length) return null;
  found.sort((a, b) => b.value - a.value);
  return found.map(({ id }) => id).join(' ');
}

function numbered({ is, ranges = [] }: Extract<Prediction, { type: 'number' }>, guess: number | typeof NEVER, seen: Seen): Compared {
  const within = ([low, high]: readonly [number, number]) => typeof guess === 'number' && guess >= low && guess <= high;
  return {
    ...measured(is, guess, seen),
    misconception: tags(ranges.flatMap(({ between, misconception }) => (within(between) ? [misconception] : []))),
  };
}

/** A number that was answered, the run's, and what lies between them: nothing where one of them never comes. */
function measured(is: Reading, answer: Observed['value'], seen: Seen) {
  const told = readingOf(is, seen);
  const gap = typeof answer === 'number' && told.value !== null ? Math.abs(answer - told.value) : null;
  return { answer, measured: isNever(told) ? NEVER : told.value, gap };
}

const pointsText = (points: readonly { readonly at: number; readonly value: number }[]): string =>
  points.map(({ at, value }) => `${at}=${value}`).join(' ');

function sketched(part: Extract<Prediction, { type: 'sketch' }>, guess: readonly number[], seen: Seen): Compared {
  const { x } = part;
  const answer = pointsText(x.map((at, i) => ({ at, value: guess[i] })));
  const heights = heightsOfRun(part, seen);
  const found = x.flatMap((at, i) => {
    const value = heights[i];
    return value === null ? [] : [{ at, value, gap: Math.abs(guess[i] - value) }];
  });
  if (found.length < x.length) return { answer };
  const far = found.reduce((most, one) => (one.gap > most.gap ? one : most));
  return { answer, measured: pointsText(found), gap: far.gap, gapAt: far.at };
}

/** While it is still asked for, the run's number stands nowhere. */
function ofObservation({ is }: Observation, { value, misses, end }: Observed, seen: Seen) {
  const compared = end === undefined ? { answer: value, measured: null, gap: null } : measured(is, value, seen);
  return { ...compared, misses, end: end ?? null, shown: yesOrNo(end === 'shown') };
}

type Answers = Pick<Work, 'predictions' | 'observations' | 'texts'>;

/** The answers of a table, its cells as they are written there. */
export function answersIn(rows: readonly Readonly<Record<string, string>>[]): Answers {
  const answers = { predictions: {}, observations: {}, texts: {} } as { [Kind in keyof Answers]: Record<string, unknown> };
  for (const row of rows) {
    const place = `${row.step}.${row.question}`;
    if (row.type === 'explain' || row.type === 'quiz') answers.texts[place] = row.answer;
    else if (row.type === 'observe') answers.observations[place] = observedIn(row);
    else answers.predictions[place] = predictedIn(row);
  }
  return answers as Answers;
}

function observedIn({ answer, misses, end }: Readonly<Record<string, string>>) {
  return { value: answer === '' ? null : numberIn(answer), misses: Number(misses), ...(end !== '' && { end }) };
}

function predictedIn({ type, answer, reason, confidence, seconds }: Readonly<Record<string, string>>) {
  return {
    guess: guessIn(type, answer),
    ...(reason !== '' && { reason }),
    ...(confidence !== '' && { confidence: Number(confidence) }),
    seconds: Number(seconds),
  };
}

const numberIn = (answer: string): number | typeof NEVER => (answer === NEVER ? NEVER : Number(answer));

function guessIn(type: string, answer: string): Guess {
  if (type === 'number') return numberIn(answer);
  const parts = answer.split(' ');
  return type === 'sketch' ? parts.map((point) => Number(point.slice(point.indexOf('=') + 1))) : parts;
}
