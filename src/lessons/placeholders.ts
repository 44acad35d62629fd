/** Readings as words: `recall fresh-data 20 median`, within `{{…}}` in the texts of a lesson, and as names of numbers that are expected. */
import { loopNamed } from '../engine/loops/named';
import { type Reading, STATS } from './lesson';

const isStat = (word: string): word is (typeof STATS)[number] => STATS.some((stat) => stat === word);

/** A score, then in any order a loop, a generation (`20`, `last`, `10..20`), what is made of the replicates, and a run; null where a word is none of these. */
export function readReading(words: string): Reading | null {
  const [score, ...others] = words.trim().split(/\s+/);
  if (!score) return null;
  let reading: Reading = { score };
  for (const word of others) {
    const more = partOf(word);
    if (Object.keys(more).some((name) => name in reading)) return null;
    reading = { ...reading, ...more };
  }
  return reading;
}

function partOf(word: string): Partial<Reading> {
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(word) ?? [];
  if (first !== undefined) return { at: [Number(first), Number(last)] };
  if (/^\d+$/.test(word)) return { at: Number(word) };
  if (word === 'last') return { at: word };
  if (isStat(word)) return { stat: word };
  return loopNamed(word) ? { loop: word } : { run: word };
}

/** A reading in these words, always in the same order; what goes without saying is left out. */
export function printReading({ run, score, loop, at, stat = 'value' }: Reading): string {
  const when = typeof at === 'object' ? at.join('..') : at;
  return [score, loop, when, stat === 'value' ? undefined : stat, run].filter((part) => part !== undefined).join(' ');
}

/** What stands within `{{…}}` in all texts of something. */
export function placeholdersIn(something: unknown): string[] {
  if (typeof something === 'string') return [...something.matchAll(/\{\{(.*?)\}\}/gs)].map(([, words]) => words);
  return typeof something === 'object' && something !== null ? Object.values(something).flatMap(placeholdersIn) : [];
}
