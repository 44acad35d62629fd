/** What was predicted beside what runs say, in words with numbers; never a mark. */
import { number } from '../format';
import { readingOf, type Seen, verdictOn } from './checks';
import type { Prediction } from './lesson';
import { isNever, type Told } from './told';
import { type Guess, NEVER, NEVER_WORDS } from './work';

const WAIT = 'The run is not there yet.';
const UNTOLD = 'What the run gives is not known here.';
const text = (value: number | null) => (value === null ? 'unknown' : number(value));

/** A number that was answered, or that there is none. */
export const numberWords = (value: number | typeof NEVER): string => (value === NEVER ? NEVER_WORDS : number(value));

/** The same of a run; null where it can't be told. */
export const toldWords = (told: Told<number>): string | null => (isNever(told) ? NEVER_WORDS : told.value === null ? null : number(told.value));

export const textOf = (options: readonly { readonly id: string; readonly text: string }[], id: unknown) =>
  options.find((option) => option.id === id)?.text.replace(/\.$/, '') ?? String(id);

/** @param isWaiting whether one of its runs is still on its way */
export function gapWords(part: Prediction, guess: Guess, seen: Seen, isWaiting: boolean): readonly string[] {
  const none = isWaiting ? WAIT : UNTOLD;
  switch (part.type) {
    case 'choose':
      return chosen(part, guess as readonly string[], seen, none);
    case 'order':
      return ordered(part, guess as readonly string[], seen, none);
    case 'number': {
      const words = toldWords(readingOf(part.is, seen));
      return [words === null ? none : `You said ${numberWords(guess as number | typeof NEVER)}; the run gives ${words}.`];
    }
    case 'sketch':
      return sketched(part, guess as readonly number[], seen, none);
  }
}

type Choose = Extract<Prediction, { type: 'choose' }>;

function chosen({ options, several }: Choose, guess: readonly string[], seen: Seen, none: string): readonly string[] {
  const yours = guess.map((id) => textOf(options, id)).join('; ');
  const verdicts = options.map(({ text: words, holds }) => ({ words: words.replace(/\.$/, ''), value: holds ? verdictOn(holds, seen).value : null }));
  if (verdicts.some(({ value }) => value === null)) return [`You took: ${yours}.`, none];
  const so = verdicts.filter(({ value }) => value).map(({ words }) => words);
  const say = several ? 'By the runs it is so for' : 'The runs say';
  return [`You took: ${yours}.`, `${say}: ${so.length > 0 ? so.join('; ') : 'none of them'}.`];
}

type Order = Extract<Prediction, { type: 'order' }>;

function ordered({ items }: Order, guess: readonly string[], seen: Seen, none: string): readonly string[] {
  const values = items.map(({ text: words, is }) => ({ words, value: readingOf(is, seen).value }));
  const yours = `Your order: ${guess.map((id) => textOf(items, id)).join(', ')}.`;
  if (values.some(({ value }) => value === null)) return [yours, none];
  const sorted = [...values].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return [yours, `The run: ${sorted.map(({ words, value }) => `${words} ${text(value)}`).join(', ')}.`];
}

type Sketch = Extract<Prediction, { type: 'sketch' }>;

/** How far two values lie from each other on the sketch’s scale. */
const apart = (one: number, other: number, scale: Sketch['scale']): number =>
  scale === 'log' && one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Math.abs(one - other);

/** What a run has where a sketch has its points; null where that is not known. */
export const heightsOfRun = ({ x, score, loop, run, stat }: Sketch, seen: Seen): readonly (number | null)[] =>
  x.map((at) => {
    const reading = { score, at, ...(loop !== undefined && { loop }), ...(run !== undefined && { run }), ...(stat !== undefined && { stat }) };
    return readingOf(reading, seen).value;
  });

/** The point where sketch and run are farthest from each other. */
function sketched(part: Sketch, guess: readonly number[], seen: Seen, none: string): readonly string[] {
  const measured = heightsOfRun(part, seen);
  const found = part.x.map((at, i) => ({ at, yours: guess[i], value: measured[i] }));
  const known = found.flatMap(({ at, yours, value }) => (value === null ? [] : [{ at, yours, value, gap: apart(yours, value, part.scale) }]));
  if (known.length < found.length) return [none];
  const far = known.reduce((most, one) => (one.gap > most.gap ? one : most));
  const last = known[known.length - 1];
  const say = ({ at, yours, value }: typeof far) => `You said ${number(yours)} at generation ${at}; the run gives ${number(value)}.`;
  return far.at === last.at ? [say(far)] : [say(far), say(last)];
}
