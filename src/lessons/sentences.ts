/** What a lesson says of numbers: the readings that it names, its statements, and what its questions are about; all with the run that is meant. */
import type { Check, Claim, Lesson, Observation, Prediction, Reading, Step } from './lesson';
import { runMeant } from './lessonRuns';
import { placeholdersIn, readReading } from './placeholders';
import { isOfWholeRun } from './scoreBehind';
import { stretchOf } from './stretch';

/** A statement that has to hold in nearly all seeds, or an option of which runs say whether it is right. */
export interface Sentence {
  readonly where: string;
  readonly says: string;
  readonly check: Check;
  /** an option may be wrong, but not right in one seed and wrong in the next */
  readonly either: boolean;
}

export interface Stated {
  readonly readings: readonly Reading[];
  readonly sentences: readonly Sentence[];
  /** what is asked for, and where */
  readonly questions: readonly { readonly where: string; readonly reading: Reading }[];
  /** placeholders that are no reading, and texts with marks of placeholders left over */
  readonly unread: readonly string[];
}

export function statedIn(lesson: Lesson): Stated {
  const { claims = [], limits } = lesson;
  const parts = lesson.steps.map((step) => ofStep(step, runMeant(lesson, step.id)));
  const meant = runMeant(lesson);
  const held = claims.map((claim) => sentenceOf(claim, meant));
  const texts = ofTexts([limits, claims.map(({ says }) => says)], meant);
  return {
    readings: [...parts.flatMap(({ readings }) => readings), ...texts.readings, ...held.flatMap(({ check }) => readingsIn(check))],
    sentences: [...parts.flatMap(({ sentences }) => sentences), ...held],
    questions: parts.flatMap(({ questions }) => questions),
    unread: [...parts.flatMap(({ unread }) => unread), ...texts.unread],
  };
}

const sentenceOf = ({ says, holds }: Claim, run: string | undefined): Sentence => ({
  where: 'claim',
  says,
  check: withRun(holds, run),
  either: false,
});

function ofStep(step: Step, run: string | undefined): Stated {
  const { id, predict = [], observe = [], next = [] } = step;
  const sentences = predict.flatMap((prediction) =>
    prediction.type !== 'choose'
      ? []
      : prediction.options.flatMap(({ id: option, text, holds }) =>
          holds ? [{ where: `${id}, ${prediction.id}, option ${option}`, says: text, check: withRun(holds, run), either: true }] : [],
        ),
  );
  const questions = [
    ...predict.flatMap((prediction) => askedFor(prediction).map((reading) => ({ where: `${id}, ${prediction.id}`, reading: given(reading, run) }))),
    ...observe.map((observation) => ({ where: `${id}, ${observation.id}`, reading: observedIn(observation, run) })),
  ];
  const branches = next.flatMap((branch) => (branch.if ? readingsIn(withRun(branch.if, run)) : []));
  const texts = ofTexts(step, run);
  return { readings: [...questions.map(({ reading }) => reading), ...branches, ...texts.readings], sentences, questions, unread: texts.unread };
}

const observedIn = ({ is }: Observation, run: string | undefined): Reading => given(is, run);

/** The numbers that answer a prediction. */
function askedFor(prediction: Prediction): readonly Reading[] {
  if (prediction.type === 'choose') return prediction.options.flatMap(({ holds }) => (holds ? questionedIn(holds) : []));
  if (prediction.type === 'order') return prediction.items.map(({ is }) => is);
  if (prediction.type === 'number') return [prediction.is];
  const { score, loop, run, stat } = prediction;
  return prediction.x.map((at) => ({ score, at, ...(loop && { loop }), ...(run && { run }), ...(stat && { stat }) }));
}

function ofTexts(something: unknown, run: string | undefined): Pick<Stated, 'readings' | 'unread'> {
  const texts = textsIn(something).map((text) => ({ text, words: placeholdersIn(text) }));
  const found = texts.flatMap(({ words }) => words ?? []).map((words) => ({ words, reading: readReading(words) }));
  const broken = texts.filter(({ words }) => !words).map(({ text }) => text);
  return {
    readings: found.flatMap(({ reading }) => (reading ? [given(reading, run)] : [])),
    unread: [...broken, ...found.filter(({ reading }) => !reading).map(({ words }) => words)],
  };
}

function textsIn(something: unknown): string[] {
  if (typeof something === 'string') return [something];
  return typeof something === 'object' && something !== null ? Object.values(something).flatMap(textsIn) : [];
}

const given = <Part extends Partial<Reading>>(part: Part, run: string | undefined): Part => (run === undefined ? part : { run, ...part });

/** A check whose numbers are of this run unless they name one. */
function withRun(check: Check, run: string | undefined): Check {
  if ('all' in check) return { all: check.all.map((part) => withRun(part, run)) };
  if ('any' in check) return { any: check.any.map((part) => withRun(part, run)) };
  if ('not' in check) return { not: withRun(check.not, run) };
  const { ref } = check;
  return { ...given(check, run), ...(typeof ref === 'object' && { ref: given(ref, run) }) };
}

/** The numbers that a question is about: how high the noise floor lies may be asked with scores that barely leave it. */
function questionedIn(check: Check): readonly Reading[] {
  if ('all' in check) return check.all.flatMap(questionedIn);
  if ('any' in check) return check.any.flatMap(questionedIn);
  if ('not' in check) return questionedIn(check.not);
  return typeof check.ref === 'string' && check.ref.startsWith('noiseFloor.') ? [] : readingsIn(check);
}

/** All numbers that a check compares, at each generation of a stretch that it goes over. */
export function readingsIn(check: Check): readonly Reading[] {
  if ('all' in check) return check.all.flatMap(readingsIn);
  if ('any' in check) return check.any.flatMap(readingsIn);
  if ('not' in check) return readingsIn(check.not);
  const { every, ref, op: _, value: __, within: ___, ...left } = check;
  const lefts = every ? stretchOf(every).map((at) => ({ ...left, at })) : [left];
  if (typeof ref !== 'object') return lefts;
  return lefts.flatMap((one) => [one, one.at === undefined || isOfWholeRun(ref.score) ? ref : { at: one.at, ...ref }]);
}
