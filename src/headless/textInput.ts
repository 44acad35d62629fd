import { listAt, numberAt, numberText, objectAt, orElse, type Read, textAt } from '../engine/checked';
import type { Loop } from '../engine/descriptions';
import { loops } from '../engine/loops';
import { describe, excerpt, Refusal, refuse } from '../engine/refusal';
import { wordsIn } from '../engine/text/words';
import { assertKnown, type Fields } from './fields';

const MOST_SYMBOLS = 1_000_000;
/** symbols are numbered in 16 bits */
const MOST_DIFFERENT = 65_535;
const LONGEST_SYMBOL = 1000;
/** probabilities of one answer, contexts × symbols of the alphabet */
const MOST_PROBABILITIES = 2_000_000;
const LONGEST_TEXT = 50_000_000;
/** contexts × symbols of the training text, all of which may follow one; with a bias each place of the held-out text asks for its context */
const MOST_FOLLOWERS = 2e9;
const COUNT = { min: 0, max: 1e9, whole: true };
const GENERATIONS = { min: 1, max: 10_000, whole: true };
const ORDER = { min: 0, max: 8, whole: true };
const SMOOTHING = { min: 0, max: 10 };
const BIAS = { min: 0, max: 1.5 };
/** characters in which a passage has features */
const LEAST_CHARACTERS = 3;

const symbolAt = textAt(LONGEST_SYMBOL);
const symbolsAt = listAt(MOST_SYMBOLS, symbolAt);
const countAt = numberAt(COUNT);

const SYMBOLS = `a list of at most ${MOST_SYMBOLS} texts of at most ${LONGEST_SYMBOL} characters each`;
const COUNTS = `an object of symbols, each with ${numberText(COUNT)}; not all of them 0`;

const FIT_FIELDS: Fields = {
  task: { help: 'fits the n-gram model to a circular text', allowed: '"fit"', fallback: null },
  text: { help: 'symbols: the last precede the first', allowed: `${SYMBOLS}; at least one`, fallback: null },
  order: { help: 'symbols of the longest context', allowed: numberText(ORDER), fallback: null },
  smoothing: {
    help: 'μ: with probability μ/(count + μ) the next shorter context decides, behind the empty one chance alone',
    allowed: numberText(SMOOTHING),
    fallback: null,
  },
  bias: { help: 'λ: counts act with the power 1/λ; 0 = the most frequent symbol alone', allowed: numberText(BIAS), fallback: null },
  contexts: {
    help: 'whose next symbols are wanted; of each the last `order` symbols count, and they need not be in the alphabet',
    allowed: `a list of lists of symbols; contexts × symbols of the alphabet at most ${MOST_PROBABILITIES}`,
    fallback: null,
  },
  alphabet: {
    help: 'all symbols that there are, in the order that breaks ties',
    allowed: `a list of at most ${MOST_DIFFERENT} different symbols, with all of \`text\``,
    fallback: 'the symbols of `text` in the order of their code units',
  },
  heldOut: { help: 'a further text, a line, to judge the model by', allowed: SYMBOLS, fallback: 'none' },
};

const SCORE_FIELDS: Fields = {
  task: { help: 'scores a list of words', allowed: '"score"', fallback: null },
  tokens: { help: 'the words, as they are', allowed: SYMBOLS, fallback: 'the words of `text`' },
  text: {
    help: 'instead of tokens: its words in lower case, letters a to z with apostrophes between them',
    allowed: `a text of at most ${LONGEST_TEXT} characters`,
    fallback: 'none',
  },
  lexicon: { help: 'the words that are real', allowed: SYMBOLS, fallback: 'none' },
  reference: { help: 'words of which the rare ones may survive', allowed: SYMBOLS, fallback: 'none' },
};

const FEATURE_FIELDS: Fields = {
  task: { help: 'hashes a passage into 64 features', allowed: '"features"', fallback: null },
  text: { help: 'the passage, as it is', allowed: `a text of ${LEAST_CHARACTERS} to ${LONGEST_TEXT} characters`, fallback: null },
};

const LOOPS = `"${loops.map(({ id }) => id).join('", "')}"`;

const THEORY_FIELDS: Fields = {
  task: { help: 'the drift of symbols that are drawn independently, given D_1', allowed: '"theory"', fallback: null },
  loop: { help: 'of which training sets', allowed: LOOPS, fallback: null },
  counts: { help: 'how often each symbol stands in D_1', allowed: COUNTS, fallback: null },
  synthetic: { help: 'n_s, synthetic symbols a generation', allowed: numberText(COUNT), fallback: null },
  generations: { help: 'how many', allowed: numberText(GENERATIONS), fallback: null },
  real: {
    help: 'n_r, fresh real symbols a generation',
    allowed: `${numberText(COUNT)}; fresh data only`,
    fallback: 'none; required with fresh data',
  },
  pool: {
    help: 'how often each symbol stands in the text that fresh data are drawn from',
    allowed: `${COUNTS}; fresh data only`,
    fallback: 'none; required with fresh data',
  },
};

export interface FitTask {
  readonly task: 'fit';
  /** symbols by their place in the alphabet; `alphabet.length` for those outside */
  readonly text: Uint16Array;
  readonly alphabet: readonly string[];
  readonly order: number;
  readonly smoothing: number;
  readonly bias: number;
  readonly contexts: readonly (readonly number[])[];
  readonly heldOut: readonly number[] | null;
}

export interface ScoreTask {
  readonly task: 'score';
  readonly words: readonly string[];
  readonly lexicon: readonly string[] | null;
  readonly reference: readonly string[] | null;
}

export interface FeaturesTask {
  readonly task: 'features';
  readonly text: string;
}

export interface TheoryTask {
  readonly task: 'theory';
  readonly loop: Loop;
  /** of D_1, by symbol */
  readonly counts: Float64Array;
  readonly fresh: { readonly real: number; readonly pool: Float64Array } | null;
  readonly synthetic: number;
  readonly generations: number;
}

export type TextTask = FitTask | ScoreTask | FeaturesTask | TheoryTask;

type Input = Readonly<Record<string, unknown>>;

const TASKS = {
  fit: { fields: FIT_FIELDS, read: readFit },
  score: { fields: SCORE_FIELDS, read: readScore },
  features: { fields: FEATURE_FIELDS, read: readFeatures },
  theory: { fields: THEORY_FIELDS, read: readTheory },
} as const satisfies Record<string, { fields: Fields; read: (input: Input) => TextTask }>;

/** The fields of each task, for help. */
export const TEXT_FIELDS: Readonly<Record<TextTask['task'], Fields>> = {
  fit: FIT_FIELDS,
  score: SCORE_FIELDS,
  features: FEATURE_FIELDS,
  theory: THEORY_FIELDS,
};

/** What the text command does, or a `Refusal` that says where the input is wrong. */
export function readTextTask(input: Input): TextTask {
  const { task } = input;
  if (typeof task !== 'string' || !Object.hasOwn(TASKS, task))
    refuse(
      'task',
      task,
      Object.keys(TASKS)
        .join(', ')
        .replace(/, (?=\w+$)/, ' or '),
    );
  const { fields, read } = TASKS[task as TextTask['task']];
  assertKnown(input, fields);
  return read(input);
}

function readFit(input: Input): FitTask {
  const text = symbolsAt(input.text, 'text');
  if (text.length === 0) throw new Refusal('text is an empty list; a model needs at least one symbol');
  const order = numberAt(ORDER)(input.order, 'order');
  const smoothing = numberAt(SMOOTHING)(input.smoothing, 'smoothing');
  const bias = numberAt(BIAS)(input.bias, 'bias');
  const contexts = listAt(MOST_PROBABILITIES, symbolsAt)(input.contexts, 'contexts');
  const alphabet = readAlphabet(input.alphabet, text);
  const places = new Map(alphabet.map((symbol, place) => [symbol, place]));
  const outside = text.findIndex((symbol) => !places.has(symbol));
  if (outside >= 0) throw new Refusal(`text[${outside}] = ${describe(text[outside])} is not in the alphabet`);
  const heldOut = orElse<string[] | null>(symbolsAt, null)(input.heldOut, 'heldOut');
  assertSize(contexts.length, alphabet.length, text.length, bias === 1 ? 0 : (heldOut?.length ?? 0));
  const placesOf = (symbols: readonly string[]) => symbols.map((symbol) => places.get(symbol) ?? alphabet.length);
  return {
    task: 'fit',
    text: Uint16Array.from(placesOf(text)),
    alphabet,
    order,
    smoothing,
    bias,
    contexts: contexts.map(placesOf),
    heldOut: heldOut && placesOf(heldOut),
  };
}

function readAlphabet(value: unknown, text: readonly string[]): readonly string[] {
  // sorts by code units
  const alphabet = value === undefined ? [...new Set(text)].sort() : symbolsAt(value, 'alphabet');
  const first = new Map<string, number>();
  for (const [place, symbol] of alphabet.entries()) {
    const before = first.get(symbol);
    if (before !== undefined) throw new Refusal(`alphabet[${place}] = ${describe(symbol)} stands at alphabet[${before}] already`);
    first.set(symbol, place);
  }
  if (alphabet.length > MOST_DIFFERENT) throw new Refusal(`${alphabet.length} different symbols are too many; allowed are at most ${MOST_DIFFERENT}`);
  return alphabet;
}

function assertSize(contexts: number, symbols: number, length: number, asked: number): void {
  if (contexts * symbols > MOST_PROBABILITIES) {
    throw new Refusal(`${contexts} contexts × ${symbols} symbols of the alphabet are too many; allowed are ${MOST_PROBABILITIES}`);
  }
  const longest = Math.max(length, symbols);
  if ((contexts + asked) * longest > MOST_FOLLOWERS) {
    const what = asked > 0 ? `${contexts} contexts and ${asked} held-out symbols with a bias` : `${contexts} contexts`;
    throw new Refusal(`${what}, each × ${longest} symbols, are too many; allowed are ${MOST_FOLLOWERS}`);
  }
}

function readScore(input: Input): ScoreTask {
  const { tokens, text } = input;
  if (tokens !== undefined && text !== undefined) throw new Refusal('tokens and text are both there; only one of them may be');
  if (tokens === undefined && text === undefined) throw new Refusal('tokens is missing; it has to be a list of words, or text a text');
  const listed = orElse<string[] | null>(symbolsAt, null);
  return {
    task: 'score',
    words: text === undefined ? symbolsAt(tokens, 'tokens') : wordsIn(textAt(LONGEST_TEXT)(text, 'text')),
    lexicon: listed(input.lexicon, 'lexicon'),
    reference: listed(input.reference, 'reference'),
  };
}

function readFeatures(input: Input): FeaturesTask {
  const text = textAt(LONGEST_TEXT)(input.text, 'text');
  const { length } = [...text.slice(0, 2 * LEAST_CHARACTERS)];
  if (length < LEAST_CHARACTERS) throw new Refusal(`text = ${describe(text)} has ${length} characters; allowed are at least ${LEAST_CHARACTERS}`);
  return { task: 'features', text };
}

function readTheory(input: Input): TheoryTask {
  const loop = readLoop(input.loop);
  const takesFresh = loop.parts.includes('fresh');
  for (const name of ['real', 'pool']) {
    if (!takesFresh && input[name] !== undefined) throw new Refusal(`${name} is for fresh data only; the loop is ${loop.id}`);
  }
  const counts = countsAt(input.counts, 'counts');
  const real = takesFresh ? countAt(input.real, 'real') : 0;
  const pool = takesFresh ? countsAt(input.pool, 'pool') : new Map<string, number>();
  const synthetic = countAt(input.synthetic, 'synthetic');
  const generations = numberAt(GENERATIONS)(input.generations, 'generations');
  if (synthetic + real === 0 && !loop.parts.includes('initial')) {
    throw new Refusal(`synthetic = 0 ${takesFresh ? 'and real = 0 leave' : 'leaves'} no training set from generation 2 on`);
  }
  const symbols = [...new Set([...counts.keys(), ...pool.keys()])];
  const bySymbol = (times: ReadonlyMap<string, number>) => Float64Array.from(symbols, (symbol) => times.get(symbol) ?? 0);
  return { task: 'theory', loop, counts: bySymbol(counts), fresh: takesFresh ? { real, pool: bySymbol(pool) } : null, synthetic, generations };
}

function readLoop(value: unknown): Loop {
  return loops.find(({ id }) => id === value) ?? refuse('loop', value, LOOPS.replace(/, (?=[^,]+$)/, ' or '));
}

/** A map, for symbols may be called as what every object has. */
const countsAt: Read<ReadonlyMap<string, number>> = (value, place) => {
  const counts = new Map<string, number>();
  for (const [symbol, count] of Object.entries(objectAt(value, place))) counts.set(symbol, countAt(count, `${place}.${excerpt(symbol)}`));
  if (![...counts.values()].some((count) => count > 0)) throw new Refusal(`${place} holds no symbol; at least one has to be there`);
  return counts;
};
