/**
 * Scores of a list of m words, each in time linear in m. Words are taken as they are, case included; where there are fewer than a score needs it
 * is undefined. Sources: distinct-2 Li et al., arXiv 1510.03055; repeated 4-grams Welleck et al., arXiv 1908.04319; the others count.
 */
import type { Score } from '../contracts';
import { ln } from '../math/ln';

const NO_WORDS: Score = { undefined: 'there are no words' };

/** How many different words there are. */
export const wordsAlive = (words: readonly string[]): Score => ({ value: new Set(words).size });

/** Share of different ones among the m - 1 pairs of neighbours, in (0, 1]. */
export function distinct2(words: readonly string[]): Score {
  if (words.length < 2) return { undefined: 'needs at least 2 words' };
  return { value: pairsOf(numbered(words).ids, 1).kinds / (words.length - 1) };
}

/** Share of the m - 3 overlapping sequences of four words that began at an earlier place, too, in [0, 1). */
export function rep4(words: readonly string[]): Score {
  if (words.length < 4) return { undefined: 'needs at least 4 words' };
  // a sequence of four is a pair of pairs
  const places = words.length - 3;
  return { value: (places - pairsOf(pairsOf(numbered(words).ids, 1).ids, 2).kinds) / places };
}

/** Share of the m words, repeated ones included, that the lexicon holds. */
export function realWords(words: readonly string[], lexicon: ReadonlySet<string>): Score {
  if (words.length === 0) return NO_WORDS;
  let known = 0;
  for (const word of words) if (lexicon.has(word)) known++;
  return { value: known / words.length };
}

/** -sum p log2 p of the shares p of the different words, bits. */
export function wordEntropy(words: readonly string[]): Score {
  if (words.length === 0) return NO_WORDS;
  let sum = 0;
  for (const count of numbered(words).counts) sum += count * ln(words.length / count);
  return { value: sum / words.length / Math.LN2 };
}

/**
 * Minus the slope of the least-squares line of ln count on ln rank: 1 for Zipf's law, 0 where all words are equally frequent. Ranks 1, 2, ... by
 * falling count; equally frequent words take consecutive ones.
 */
export function zipfSlope(words: readonly string[]): Score {
  const counts = Float64Array.from(numbered(words).counts).sort().reverse();
  const kinds = counts.length;
  if (kinds < 2) return { undefined: 'needs at least 2 different words' };
  const ranks = Float64Array.from(counts, (_, i) => ln(i + 1));
  const logs = counts.map(ln);
  const [meanRank, meanLog] = [ranks, logs].map((values) => values.reduce((sum, value) => sum + value, 0) / kinds);
  let together = 0;
  let spread = 0;
  for (let i = 0; i < kinds; i++) {
    const rank = ranks[i] - meanRank;
    together += rank * (logs[i] - meanLog);
    spread += rank * rank;
  }
  return { value: 0 - together / spread };
}

/** Share of the words that occur exactly once in `reference` that still occur. */
export function rareSurvival(words: readonly string[], reference: readonly string[]): Score {
  const { ids, counts } = numbered(reference);
  const rare = reference.filter((_, i) => counts[ids[i]] === 1);
  if (rare.length === 0) return { undefined: 'no word occurs exactly once in the reference' };
  const present = new Set(words);
  return { value: rare.filter((word) => present.has(word)).length / rare.length };
}

interface Numbered {
  /** of each word, [m]: equal words have the same one, in the order in which they first occur */
  readonly ids: Uint32Array;
  /** how often each occurs, by id */
  readonly counts: readonly number[];
}

function numbered(words: readonly string[]): Numbered {
  const known = new Map<string, number>();
  const ids = new Uint32Array(words.length);
  const counts: number[] = [];
  for (let i = 0; i < words.length; i++) {
    let id = known.get(words[i]);
    if (id === undefined) {
      id = counts.length;
      known.set(words[i], id);
      counts.push(0);
    }
    ids[i] = id;
    counts[id]++;
  }
  return { ids, counts };
}

/** Numbers the pairs (ids[i], ids[i + apart]) as `numbered` does words; ids stay below 2^26. */
function pairsOf(ids: Uint32Array, apart: number): { readonly ids: Uint32Array; readonly kinds: number } {
  const known = new Map<number, number>();
  const pairs = new Uint32Array(ids.length - apart);
  const width = ids.length;
  for (let i = 0; i < pairs.length; i++) {
    const key = ids[i] * width + ids[i + apart];
    let id = known.get(key);
    if (id === undefined) {
      id = known.size;
      known.set(key, id);
    }
    pairs[i] = id;
  }
  return { ids: pairs, kinds: known.size };
}
