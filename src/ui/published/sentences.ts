import { number, percent } from '../../format';
import { GPT2_OTHER_WORDS_AT_END } from '../../presets/gpt2';
import { scoreOf } from '../../results/stats';
import { type Line, lineOf, linesOf, MEASURES, type Measure, MIXES, type Ours } from './measures';

/** A ratio nearer to 1 than this is no movement. */
const STILL = 0.02;

type Way = 'rise' | 'fall' | 'stay';
const VERBS: Readonly<Record<Way, string>> = { rise: 'rises to', fall: 'falls to', stay: 'stays at' };

const at = (line: Line | undefined, generation: number) => line?.points.find((point) => point.generation === generation);

/** The last generation that both have of the loop that learns from itself alone; 0 before the first. */
function sharedGeneration(lines: readonly Line[]): number {
  const published = lineOf(lines, 'replaced', 'GPT-2')?.points.at(-1)?.generation ?? 0;
  return Math.min(published, lineOf(lines, 'replaced', 'ours')?.points.at(-1)?.generation ?? 0);
}

function wayOf(line: Line | undefined, generation: number): Way {
  const [first, now] = [at(line, 1), at(line, generation)];
  const ratio = first && now ? now.value / first.value : 1;
  if (Math.abs(ratio - 1) <= STILL) return 'stay';
  return ratio > 1 ? 'rise' : 'fall';
}

/** "61 %" of where it began, or the share itself. */
function reached({ drawn }: Measure, line: Line | undefined, generation: number): string {
  const point = at(line, generation);
  if (!point) return '–';
  return drawn === 'ratio' ? percent(point.drawn) : number(point.value);
}

/** Of the mixes with fresh text. */
function freshWords(measure: Measure, lines: readonly Line[], generation: number, withOurs: boolean): string {
  return MIXES.slice(1)
    .flatMap(({ id, fresh }) => {
      const theirs = reached(measure, lineOf(lines, id, 'GPT-2'), generation);
      const ours = withOurs ? reached(measure, lineOf(lines, id, 'ours'), generation) : '–';
      return [`; with ${fresh} fresh text to ${theirs}${ours === '–' ? '' : ` and ${ours}`}`];
    })
    .join('');
}

/** What a chart shows in words: "Both fall: GPT-2’s vocabulary to 61 %, ours to 63 %; with 10 % fresh text to 73 % and 76 %." */
export function sentenceOf(measure: Measure, lines: readonly Line[]): string {
  const shared = sharedGeneration(lines);
  const [theirs, ours] = [lineOf(lines, 'replaced', 'GPT-2'), lineOf(lines, 'replaced', 'ours')];
  if (shared === 0) {
    const last = theirs?.points.at(-1)?.generation ?? 1;
    return `GPT-2’s ${measure.noun} ${VERBS[wayOf(theirs, last)]} ${reached(measure, theirs, last)}${freshWords(measure, lines, last, false)}.`;
  }
  if (shared === 1) return 'Generation 1: here both begin.';
  const ways = [wayOf(theirs, shared), wayOf(ours, shared)] as const;
  const [to, ourTo] = [reached(measure, theirs, shared), reached(measure, ours, shared)];
  const isSame = ways[0] === ways[1];
  const last = theirs?.points.at(-1)?.generation;
  const both = isSame ? `both ${ways[0]}` : 'they part';
  const head = shared === last ? `${both[0].toUpperCase()}${both.slice(1)}` : `By generation ${shared} ${both}`;
  const goes = (way: Way) => (isSame ? (way === 'stay' ? 'at' : 'to') : VERBS[way]);
  return `${head}: GPT-2’s ${measure.noun} ${goes(ways[0])} ${to}, ours ${goes(ways[1])} ${ourTo}${freshWords(measure, lines, shared, true)}.`;
}

/** What has to be said besides, so that nobody takes the two for more alike than they are; null where nothing has. */
export function besides(measure: Measure, ours: Ours): string | null {
  if (measure.id === 'rare') return rareWords(ours);
  if (measure.id === 'ownText') return firstModelWords(ours);
  return null;
}

/** Rare words against the others: fewer of the rare than of all are left exactly where fewer are left than of the others. */
function rareWords(ours: Ours): string {
  const words = MEASURES.find(({ id }) => id === 'vocabulary');
  const lines = words ? linesOf(words, ours) : [];
  const shared = sharedGeneration(lines);
  const all = at(lineOf(lines, 'replaced', 'ours'), shared);
  const here = all && shared > 1 ? `; ours, all words together, to ${percent(all.drawn)} by generation ${shared}` : '';
  const others = MIXES.map(({ id, fresh }) => `${percent(GPT2_OTHER_WORDS_AT_END[id])}${id === 'replaced' ? '' : ` with ${fresh}`}`).join(', ');
  return `Words that are not rare last longer: GPT-2’s to ${others} at its end${here}. New addresses bring rare words of their own, not the old ones, so fresh text saves few of these here.`;
}

/** By the very measure of GPT-2's curve. */
function firstModelWords({ run }: Ours): string | null {
  const [first, last] = [run[0], run.at(-1)];
  const [from, to] = [first, last].map((frame) => frame && scoreOf(frame, 'fully-synthetic', 'bitsUnderFirst')?.median);
  if (from === undefined || to === undefined || run.length < 2) return null;
  const way = to > from ? 'ours goes the other way' : 'ours falls, too';
  const why = to > from ? ' Counts of 10,000 words know no others; GPT-2’s first model had read far more than its successors wrote.' : '';
  return `By the measure of GPT-2’s curve ${way}: under its first model our text takes ${number(from)} bits a word at generation 1, ${number(to)} at ${run.length}.${why}`;
}
