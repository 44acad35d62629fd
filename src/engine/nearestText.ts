import { isRunningText } from './chosen';
import type { Host } from './contracts';
import { datasets } from './datasets';
import type { Experiment } from './experiment';
import { byId } from './registry';
import type { NameFound, PassageFound, PieceQuery, TextFound } from './results';
import { createRng } from './rng';
import { type Corpus, corpusOf } from './text/corpus';
import { textsOf } from './text/rows';

/** Pieces before the one asked for with which a stretch may begin. */
const BEFORE = 40;
/** Characters around a stretch in the real text. */
const AROUND = 90;

/** What the real text has of each of some generated names or pieces. Yields between them. */
export async function* findText(experiment: Experiment, host: Host, queries: readonly PieceQuery[]): AsyncGenerator<void, TextFound[]> {
  const corpus = await corpusOf(experiment, host);
  const isRunning = isRunningText(experiment);
  const source = byId(datasets, experiment.dataset).open(experiment, createRng(experiment.seed).fork('replicate', 1), host);
  const first = textsOf(await source.initial(experiment.initialReal));
  const found: TextFound[] = [];
  for (const query of queries) {
    found.push(isRunning ? findPassage(query, corpus, first.join('')) : findName(query, corpus, new Set(first)));
    yield;
  }
  return found;
}

function findName({ loop, generation, pieces, place }: PieceQuery, { lexicon }: Corpus, first: ReadonlySet<string>): NameFound {
  const name = pieces[place] ?? '';
  const isReal = lexicon.has(name);
  return { loop, generation, name, isReal, isOfFirst: first.has(name), nearest: isReal || name === '' ? null : nearestName(name, lexicon) };
}

function nearestName(name: string, lexicon: ReadonlySet<string>): NameFound['nearest'] {
  let nearest: NameFound['nearest'] = null;
  for (const real of lexicon) {
    const most = nearest === null ? Number.POSITIVE_INFINITY : nearest.letters;
    if (Math.abs(real.length - name.length) >= most) continue;
    const letters = changedLetters(name, real);
    if (letters < most) nearest = { name: real, letters };
  }
  return nearest;
}

/** Letters to put in, take out or change to make one name of the other (Levenshtein 1966). */
export function changedLetters(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** The stretch with most words, the first of equals; it begins and ends with whole pieces. */
function findPassage({ loop, generation, pieces, place }: PieceQuery, { train }: Corpus, first: string): PassageFound {
  const texts = textsOf(train);
  const book = ` ${texts.join('')}`;
  const none: PassageFound = { loop, generation, copied: '', words: 0, at: 0, of: texts.length, before: '', after: '', isOfFirst: false };
  const stands = (from: number, to: number) => book.indexOf(` ${pieces.slice(from, to).join(' ')} `);
  let best: { readonly from: number; readonly to: number; readonly index: number } | null = null;
  let to = place + 1;
  for (let from = place; from >= Math.max(0, place - BEFORE); from--) {
    // what begins earlier ends no later
    if (from < place) to = best?.to ?? place + 1;
    let index = stands(from, to);
    while (index < 0 && to > place + 1) index = stands(from, --to);
    if (index < 0) break;
    while (to < pieces.length && from === place) {
      const further = stands(from, to + 1);
      if (further < 0) break;
      index = further;
      to++;
    }
    if (!best || to - from > best.to - best.from) best = { from, to, index };
  }
  if (!best) return none;
  const copied = pieces.slice(best.from, best.to).join(' ');
  const start = best.index + 1;
  let at = 1;
  for (let length = 0; at <= texts.length && length + texts[at - 1].length < start; at++) length += texts[at - 1].length;
  return {
    ...none,
    copied,
    words: best.to - best.from,
    at,
    before: wordsFrom(book.slice(Math.max(0, start - AROUND), start)),
    after: book
      .slice(start + copied.length, start + copied.length + AROUND)
      .replace(/\S*$/, '')
      .trim(),
    isOfFirst: ` ${first}`.includes(` ${copied} `),
  };
}

/** Without the part of a word at its beginning. */
const wordsFrom = (text: string): string => text.replace(/^\S*/, '').trim();
