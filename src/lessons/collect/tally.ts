/** What a class answered to a question, counted; nobody is graded. */
import type { Prediction } from '../lesson';
import type { Guess, Predicted, Work } from '../work';
import type { Asked } from './asked';

/** Somebody whose work counts, by the desk. */
export interface Pupil {
  readonly label: string;
  readonly work: Work;
}

/** An answer, and from where. */
export interface Given<Answer> {
  readonly label: string;
  readonly answer: Answer;
}

/** How many took it; of several that may be taken these are more than there are pupils. */
export interface Share {
  readonly id: string;
  readonly text: string;
  readonly count: number;
}

const givenIn = <Answer>(pupils: readonly Pupil[], answerOf: (work: Work) => Answer | undefined): readonly Given<Answer>[] =>
  pupils.flatMap(({ label, work }) => {
    const answer = answerOf(work);
    return answer === undefined ? [] : [{ label, answer }];
  });

export const predictedBy = (pupils: readonly Pupil[], { place }: Pick<Asked, 'place'>): readonly Given<Predicted>[] =>
  givenIn(pupils, ({ predictions }) => predictions[place]);
export const writtenBy = (pupils: readonly Pupil[], { place }: Pick<Asked, 'place'>): readonly Given<string>[] =>
  givenIn(pupils, ({ texts }) => (texts[place]?.trim() ? texts[place] : undefined));

const idsOf = (guess: Guess): readonly string[] => (Array.isArray(guess) ? (guess as readonly unknown[]).map(String) : []);

/** How many took each option. */
export const sharesOf = (
  options: readonly { readonly id: string; readonly text: string }[],
  taken: readonly (readonly string[])[],
): readonly Share[] => options.map(({ id, text }) => ({ id, text, count: taken.filter((ids) => ids.includes(id)).length }));

export const takenIn = (given: readonly Given<Predicted>[]): readonly (readonly string[])[] => given.map(({ answer }) => idsOf(answer.guess));

/** An order, and how many put things so. */
interface OrderCount {
  readonly ids: readonly string[];
  readonly count: number;
}

/** How many put each thing first, and the orders from the most common one on. */
export function ordersOf({ items }: Extract<Prediction, { type: 'order' }>, given: readonly Given<Predicted>[]) {
  const orders = new Map<string, OrderCount>();
  for (const ids of takenIn(given)) {
    const key = ids.join(' ');
    orders.set(key, { ids, count: (orders.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...orders].sort(([a, { count: most }], [b, { count: more }]) => more - most || (a < b ? -1 : 1)).map(([, order]) => order);
  return {
    first: sharesOf(
      items,
      takenIn(given).map((ids) => ids.slice(0, 1)),
    ),
    orders: sorted,
  };
}

/** Numbers that were predicted. */
export const numbersOf = (given: readonly Given<Predicted>[]): readonly Given<number>[] =>
  given.flatMap(({ label, answer: { guess } }) => (typeof guess === 'number' ? [{ label, answer: guess }] : []));

/** Curves that were sketched: a height for each generation asked for. */
export const curvesOf = ({ x }: Extract<Prediction, { type: 'sketch' }>, given: readonly Given<Predicted>[]): readonly Given<readonly number[]>[] =>
  given.flatMap(({ label, answer: { guess } }) => {
    const heights = Array.isArray(guess) ? (guess as readonly unknown[]).filter((height): height is number => typeof height === 'number') : [];
    return heights.length === x.length ? [{ label, answer: heights }] : [];
  });

export const SURENESS = ['guessing', 'unsure', 'rather sure', 'sure'] as const;

/** How sure they were, from `guessing` on; those who did not say are in none. */
export const surenessOf = (given: readonly Given<Predicted>[]): readonly number[] =>
  SURENESS.map((_, at) => given.filter(({ answer }) => answer.confidence === at + 1).length);

/** Why they think so. */
export const reasonsOf = (given: readonly Given<Predicted>[]): readonly Given<string>[] =>
  given.flatMap(({ label, answer: { reason } }) => (reason?.trim() ? [{ label, answer: reason }] : []));

/** How a number was read off the screen: at once, after another look, told; it could not be told; not yet. */
export function readingsOff(pupils: readonly Pupil[], { place }: Pick<Asked, 'place'>) {
  const found = givenIn(pupils, ({ observations }) => observations[place]).map(({ answer }) => answer);
  const count = (fits: (one: (typeof found)[number]) => boolean) => found.filter(fits).length;
  return {
    of: found.length,
    first: count(({ end, misses }) => end === 'seen' && misses === 0),
    later: count(({ end, misses }) => end === 'seen' && misses > 0),
    shown: count(({ end }) => end === 'shown'),
    untold: count(({ end }) => end === 'untold'),
    open: count(({ end }) => end === undefined),
  };
}
