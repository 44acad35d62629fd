import { datasetOf, isRunningText } from '../chosen';
import type { Cloud, Samples } from '../contracts';
import type { Experiment } from '../experiment';
import { type NgramParameters, toScoreBy } from '../models/ngram/parameters';
import { byId } from '../registry';
import type { ShownSamples } from '../results';
import { type Corpus, corpusOf, PASSAGE_WORDS, rowWidth } from '../text/corpus';
import { FEATURES, hashedFeatures } from '../text/hashedFeatures';
import { anyWordsIn } from '../text/ownText';
import { PIECE_WIDTH, textOf, textsOf } from '../text/rows';
import { wordsIn } from '../text/words';
import { KINDS } from './about';
import type { Kind, Reader } from './kind';

/** Names, or running text as it is read: words with the marks behind them. */
export interface ShownText extends ShownSamples {
  readonly kind: 'text';
  readonly isRunning: boolean;
  /** [count] */
  readonly pieces: readonly string[];
  /** which of them are found in the real data, 1, or are not, 0; those that begin with a followed word by its number, from 2: [count]; absent where nothing asked */
  readonly known?: Uint8Array;
}

/** Shown of a generation: names, or pieces of running text. */
const SHOWN_NAMES = 120;
const SHOWN_PIECES = 360;

/** Names of one passage, whose letters are compared; and words that scores of words read. */
const PASSAGE_NAMES = 10;
const SCORED_WORDS = 3000;
/** Words and marks that are drawn for a passage, so that its words are among them; and those that go together in books. */
const DRAWN_FOR_PASSAGE = 30;
const TOKENS_TOGETHER = 25;

const A = 97;
const LETTERS = 26;

/** Pieces of running text as a reader sees them: between blanks. */
function piecesOf(samples: Samples): string[] {
  for (let rows = 2 * SHOWN_PIECES; ; rows *= 2) {
    const pieces = textOf(samples, rows).split(' ').filter(Boolean);
    // the last one may go on in the next row
    if (pieces.length > SHOWN_PIECES || rows >= samples.count) return pieces.slice(0, SHOWN_PIECES);
  }
}

const namesOf = (samples: Samples): string[] => textsOf({ ...samples, count: Math.min(samples.count, SHOWN_NAMES) });

/** Names and running text. They are compared by 64 features of passages, and by their words. */
export const text: Kind = {
  ...byId(KINDS, 'text'),
  numberBytes: 2,
  width: rowWidth,
  drawnToScore: (experiment) => (isRunningText(experiment) ? DRAWN_FOR_PASSAGE * experiment.evaluation : experiment.evaluation),
  passage: (experiment) => (isRunningText(experiment) ? TOKENS_TOGETHER : 1),
  show(samples, _, known): ShownText {
    const running = isShownRunning(samples);
    const pieces = running ? piecesOf(samples) : namesOf(samples);
    return { kind: 'text', count: pieces.length, isRunning: running, pieces, ...(known && { known: known.slice(0, pieces.length) }) };
  },
  shownBytes: (experiment) => (isRunningText(experiment) ? 40 * SHOWN_PIECES : 40 * SHOWN_NAMES),
  reader: { width: FEATURES, open: async (host, experiment) => readerOf(experiment, await corpusOf(experiment, host)) },
};

/** Rows of running text have a width of their own. */
const isShownRunning = ({ dim }: Samples): boolean => dim === PIECE_WIDTH;

function readerOf(experiment: Experiment, corpus: Corpus): Reader {
  const { lexicon } = corpus;
  const isRunning = isRunningText(experiment);
  const read = experiment.dataset === 'own-text' ? anyWordsIn : wordsIn;
  const wordsOf = (samples: Samples) => (isRunning ? read(textOf(samples)) : textsOf(samples));
  const most = isRunning ? experiment.evaluation * PASSAGE_WORDS : Number.POSITIVE_INFINITY;
  /** words of samples that several scores read, the last two of them */
  const wordsFor = memo(wordsOf);
  const heldOut = corpus.coder.encode(corpus.heldOut).text;
  const scoredWords = (samples: Samples) => wordsFor(samples).slice(0, isRunning ? most : undefined);
  const followed = new Map(isRunning ? (datasetOf(experiment).modeNames ?? []).map((word, at) => [word, at]) : []);
  return {
    features(samples): Cloud {
      const words = wordsFor(samples);
      const size = isRunning ? PASSAGE_WORDS : PASSAGE_NAMES;
      const count = Math.floor(Math.min(words.length, most) / size);
      const values = new Float64Array(count * FEATURES);
      for (let at = 0; at < count; at++) hashedFeatures(words.slice(at * size, (at + 1) * size).join(isRunning ? ' ' : '\n'), values, at * FEATURES);
      return { count, dim: FEATURES, values };
    },
    ...(experiment.dataset === 'names' ? { classify: initialsOf, probabilities: likelyInitials } : {}),
    ...(followed.size > 0
      ? {
          classify: (_, samples) => followedIn(samples ? scoredWords(samples) : [], followed),
          probabilities: (_, samples) => (samples ? followedTogether(samples, followed) : new Float64Array()),
        }
      : {}),
    marks(samples) {
      const markOf = (piece: string) => {
        if (!isRunning) return lexicon.has(piece) ? 1 : 0;
        const words = read(piece);
        return words.every((word) => lexicon.has(word)) ? 2 + (followed.get(words[0]) ?? -1) : 0;
      };
      const pieces = isRunning ? piecesOf(samples) : namesOf(samples);
      return Uint8Array.from(pieces, (piece) => markOf(piece));
    },
    text: {
      words: (samples) => wordsFor(samples).slice(0, isRunning ? Math.min(most, SCORED_WORDS) : undefined),
      allWords: wordsFor,
      lexicon,
      heldOut,
      modelToScoreBy: (parameters) => toScoreBy(parameters as NgramParameters, experiment),
      symbols: (samples) => corpus.coder.encode(samples).text,
    },
  };
}

/** Of each word which of those that are followed it is; 255 for none. */
const followedIn = (words: readonly string[], followed: ReadonlyMap<string, number>) => Uint8Array.from(words, (word) => followed.get(word) ?? 255);

/** 1 for the words that stand in the passage of a row, [rows, words]. */
function followedTogether(samples: Samples, followed: ReadonlyMap<string, number>): Float64Array {
  const chances = new Float64Array(samples.count * followed.size);
  const texts = textsOf(samples);
  for (let first = 0; first < samples.count; first += TOKENS_TOGETHER) {
    const end = Math.min(samples.count, first + TOKENS_TOGETHER);
    for (const word of wordsIn(texts.slice(first, end).join(''))) {
      const at = followed.get(word);
      if (at !== undefined) for (let row = first; row < end; row++) chances[row * followed.size + at] = 1;
    }
  }
  return chances;
}

/** First letters of names; what begins with no letter is in no class. */
function initialsOf(_: Cloud, samples?: Samples): Uint8Array {
  if (!samples) return new Uint8Array();
  const { count, dim, values } = samples;
  return Uint8Array.from({ length: count }, (_entry, row) =>
    values[row * dim] >= A && values[row * dim] < A + LETTERS ? values[row * dim] - A : 255,
  );
}

/** 1 for the first letter a name has. */
function likelyInitials(features: Cloud, samples?: Samples): Float64Array {
  const initials = initialsOf(features, samples);
  const chances = new Float64Array(initials.length * LETTERS);
  for (const [row, initial] of initials.entries()) if (initial < LETTERS) chances[row * LETTERS + initial] = 1;
  return chances;
}

/** What was worked out of the last samples. */
function memo<Value>(compute: (samples: Samples) => Value): (samples: Samples) => Value {
  const kept = new WeakMap<Samples, Value>();
  return (samples) => {
    const known = kept.get(samples) ?? compute(samples);
    kept.set(samples, known);
    return known;
  };
}
