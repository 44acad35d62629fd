/** Numbers of runs as words: `{{median recall fresh-data 20 of treat.dose}}` within the texts of a lesson. */
import { loopNamed } from '../engine/loops/named';
import { type Reading, STATS } from './lesson';

const isStat = (word: string): word is (typeof STATS)[number] => STATS.some((stat) => stat === word);

function partOf(word: string): Partial<Reading> {
  const [, first, last] = /^(\d{1,4})\.\.(\d{1,4})$/.exec(word) ?? [];
  if (first !== undefined) return { at: [Number(first), Number(last)] };
  if (/^\d{1,4}$/.test(word)) return { at: Number(word) };
  if (word === 'last') return { at: word };
  if (isStat(word)) return { stat: word };
  return loopNamed(word) ? { loop: word } : { run: word };
}

/**
 * A score, which what is made of the replicates may stand before; then in any order a loop, a generation (`20`, `last`, `10..20`), that same word,
 * `above 1` of a share, and a run, with `of` before it where it is called like one of these. Null where a word is none of them, or comes twice.
 */
export function readReading(words: string): Reading | null {
  const given = words.trim().split(/\s+/);
  const stat = isStat(given[0]) ? given.shift() : undefined;
  const score = given.shift();
  if (!score || !/^[a-z]\w*(\.\d+)?$/i.test(score)) return null;
  let reading: Reading = { score, ...(stat !== undefined && partOf(stat)) };
  for (let at = 0; at < given.length; at++) {
    const part = pairOf(given[at], given[at + 1]) ?? partOf(given[at]);
    if ('above' in part || given[at] === 'of') at++;
    if (Object.keys(part).some((name) => name in reading)) return null;
    reading = { ...reading, ...part };
  }
  const { at } = reading;
  return Array.isArray(at) && at[0] >= at[1] ? null : reading;
}

/** What two words say together; null where the first one stands for itself. */
function pairOf(word: string, next: string | undefined): Pick<Reading, 'run' | 'above'> | null {
  if (next === undefined) return null;
  if (word === 'of') return { run: next };
  return word === 'above' && /^-?\d+(\.\d+)?$/.test(next) ? { above: Number(next) } : null;
}

/** A reading in these words, always in the same order. */
export function printReading({ stat, score, loop, at, above, run }: Reading): string {
  const when = typeof at === 'object' ? at.join('..') : at;
  return [stat, score, loop, when, above === undefined ? undefined : `above ${above}`, run === undefined ? undefined : `of ${run}`]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** What stands within `{{…}}` in a text; null where such marks are left over. */
export function placeholdersIn(text: string): string[] | null {
  const found = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, words]) => words);
  return /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, '')) ? null : found;
}
