import type { ControlWords } from '../../engine/keys/explained';
import { SPEED_WORDS } from '../../engine/keys/words';
import { KEY_WORDS } from '../../engine/keyWords';
import { loops } from '../../engine/loops';
import { loopNamed } from '../../engine/loops/named';
import { METRIC_WORDS } from '../../engine/metrics/words';
import { TRUTH_WORDS } from '../../engine/truths.words';
import { MODE_WIDTH_WORDS } from '../kinds/points/modeWidth.words';

/** What a word of the page is about: a control, a loop or a score. */
export type Subject = { readonly control: keyof typeof KEY_WORDS | 'speed' } | { readonly loop: string } | { readonly score: string };

/** Scores, exact values, and the number under the pictures that is neither. */
const SCORES: Readonly<Record<string, Omit<ControlWords, 'effect'>>> = { ...METRIC_WORDS, ...TRUTH_WORDS, modeWidth: MODE_WIDTH_WORDS };

/** All that is explained, with its id. */
export const EXPLAINED: readonly (readonly [id: string, words: Omit<ControlWords, 'effect'>])[] = [
  ...Object.entries(SCORES),
  ...loops.map((loop) => [loop.id, { ...loop, meaning: loop.summary }] as const),
  ...Object.entries(KEY_WORDS),
];

const CONTROLS: Readonly<Record<string, ControlWords>> = { ...KEY_WORDS, speed: SPEED_WORDS };

/** The explanation of a control, a loop, a score; of a loop that there is none of the first. */
export function wordsOf(subject: Subject): ControlWords {
  if ('control' in subject) return CONTROLS[subject.control];
  if ('score' in subject) return { effect: '', ...SCORES[subject.score] };
  const loop = loopNamed(subject.loop) ?? loops[0];
  return { ...loop, meaning: loop.summary, effect: '' };
}
