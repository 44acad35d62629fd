import { isRunningText } from '../chosen';
import type { Host, Samples } from '../contracts';
import { bakedBook, bakedNames } from '../datasets/texts';
import type { Experiment } from '../experiment';
import { createRng } from '../rng';
import { permutation, take } from '../samples';
import { type Coder, letterCoder, lineCoder, wordCoder } from './coder';
import { anyWordsIn, samplesOfText } from './ownText';
import { isMark, LINE_WIDTH, NAME_WIDTH, PIECE_WIDTH, rowsOfTexts, spaced } from './rows';

const BLANK = 32;

/** Words of one passage. */
export const PASSAGE_WORDS = 25;

/** The real text of an experiment. */
export interface Corpus {
  readonly train: Samples;
  readonly heldOut: Samples;
  /** of running text: the first row of each passage of 25 held-out words, and the row behind the last one */
  readonly passages: readonly number[];
  readonly coder: Coder;
  /** all the words, or lines, that there are */
  readonly lexicon: ReadonlySet<string>;
}

export type TextChoice = Pick<Experiment, 'dataset' | 'unit' | 'text' | 'form'>;

/** Letters of a row. */
export function rowWidth({ dataset, form }: TextChoice): number {
  if (dataset === 'names') return NAME_WIDTH;
  return dataset === 'own-text' && form === 'lines' ? LINE_WIDTH : PIECE_WIDTH;
}

/** By the way of loading, and by what decides: every replicate, reader and model asks for the same one. */
const opened = new WeakMap<Host['load'], Map<string, Promise<Corpus>>>();
/** Texts of one's own, of which there may be many in a sitting. */
const MOST_OPEN = 6;

export function corpusOf({ dataset, unit, text, form }: TextChoice, host: Host): Promise<Corpus> {
  const known = opened.get(host.load) ?? new Map<string, Promise<Corpus>>();
  opened.set(host.load, known);
  const choice = { dataset, unit, text, form };
  const key = JSON.stringify(choice);
  const open = known.get(key);
  if (open) return open;
  const pending = openCorpus(choice, host);
  if (known.size >= MOST_OPEN) known.delete(known.keys().next().value ?? '');
  known.set(key, pending);
  pending.catch(() => known.delete(key));
  return pending;
}

async function openCorpus(choice: TextChoice, host: Host): Promise<Corpus> {
  const { dataset, unit } = choice;
  if (dataset === 'names') {
    const { train, heldOut } = await bakedNames(host);
    return ofLines(train, heldOut, NAME_WIDTH);
  }
  if (dataset !== 'own-text') {
    const { train, heldOut } = await bakedBook(host, dataset === 'addresses' ? 'addresses' : 'moby-dick');
    return ofRunningText(train, heldOut, unit);
  }
  const { samples, train } = samplesOfText(choice.text, choice.form);
  if (isRunningText(choice)) return ofRunningText(samples.slice(0, train), samples.slice(train), 'letters');
  // by lot, for lists are often sorted
  const order = [...permutation(samples.length, createRng(0).fork('own text'))].map((place) => samples[place]);
  return ofLines(order.slice(0, train), order.slice(train), LINE_WIDTH);
}

function ofLines(train: readonly string[], heldOut: readonly string[], width: number): Corpus {
  const all = [...train, ...heldOut].map((line) => line.slice(0, width));
  return {
    train: rowsOfTexts(train, width),
    heldOut: rowsOfTexts(heldOut, width),
    passages: [],
    coder: lineCoder(all, width),
    lexicon: new Set(all),
  };
}

function ofRunningText(train: readonly string[], heldOut: readonly string[], unit: string): Corpus {
  const all = [...train, ...heldOut];
  const passages: number[] = [];
  let words = 0;
  for (const [row, token] of heldOut.entries()) {
    if (words === 0 && passages.at(-1) !== row) passages.push(row);
    if (!isMark(token)) words++;
    // marks behind the last word belong to it
    if (words === PASSAGE_WORDS && !(row + 1 < heldOut.length && isMark(heldOut[row + 1]))) words = 0;
  }
  if (words === 0) passages.push(heldOut.length);
  return {
    train: rowsOfTexts(spaced(train), PIECE_WIDTH),
    heldOut: rowsOfTexts(spaced(heldOut), PIECE_WIDTH),
    passages,
    coder: unit === 'words' ? wordCoder(all, PIECE_WIDTH) : letterCoder(spaced(all)),
    lexicon: new Set(all.flatMap((token) => anyWordsIn(token))),
  };
}

/** Rows from `first` on, round and round, as a text of its own: it ends with a blank. */
export function stretch(samples: Samples, first: number, count: number): Samples {
  const part = take(
    samples,
    Array.from({ length: count }, (_, i) => (first + i) % samples.count),
  );
  const { dim, values } = part;
  const last = (count - 1) * dim;
  for (let at = last; count > 0 && at < last + dim; at++) {
    if (values[at] !== 0) continue;
    if (at > last && values[at - 1] !== BLANK) values[at] = BLANK;
    break;
  }
  return part;
}
