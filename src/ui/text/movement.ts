import { number } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf, valuesOf } from '../../results/stats';

type Band = { readonly low: number; readonly high: number };

/** `still`: no more than noise can do; `unknown`: there is no noise floor to say so. */
export type Move = 'up' | 'down' | 'still' | 'unknown';

/** A smaller part of a score is not worth a word, and far from the real data a score is noisier than its floor. */
export const NOTICEABLE_PART = 0.1;

export const bandOf = (noise: NoiseFloor | null, metric: string): Band | null => noise?.bands[metric] ?? null;

const isWithin = (value: number, band: Band | null): boolean => band !== null && value >= band.low && value <= band.high;

/** How a score went: up or down only if by more than its noise floor is wide. Counts are noticed whatever their part of the whole. */
export function moveOf(before: number, now: number, band: Band | null, isCount = false): Move {
  if (band === null) return 'unknown';
  const least = isCount ? 0 : NOTICEABLE_PART * Math.max(Math.abs(before), Math.abs(now));
  if (Math.abs(now - before) <= Math.max(band.high - band.low, least)) return 'still';
  return now > before ? 'up' : 'down';
}

/** How many replicates of a loop went up and down. */
function ballot(before: Frame, now: Frame, loop: string, metric: string, band: Band | null): { up: number; down: number; total: number } {
  const then = valuesOf(before, loop, metric);
  const votes = { up: 0, down: 0, total: 0 };
  for (const [replicate, value] of valuesOf(now, loop, metric)) {
    const first = then.get(replicate);
    if (first === undefined) continue;
    const move = moveOf(first, value, band, metric === 'modesAlive');
    votes.total++;
    if (move === 'up' || move === 'down') votes[move]++;
  }
  return votes;
}

/** Where the replicates disagree with their median: " in 6 of 8 replicates", ", though down in 2 of 8 replicates"; '' where they agree. */
export function disagreement(before: Frame, now: Frame, loop: string, metric: string, band: Band | null, move: Move): string {
  const { up, down, total } = ballot(before, now, loop, metric, band);
  if (total < 2 || move === 'unknown') return '';
  const against = [...(move !== 'down' && down > 0 ? [`down in ${down}`] : []), ...(move !== 'up' && up > 0 ? [`up in ${up}`] : [])].join(' and ');
  if (move === 'still') return against === '' ? '' : `, though ${against} of ${total} replicates`;
  const agree = move === 'up' ? up : down;
  if (agree === total) return '';
  return ` in ${agree} of ${total} replicates${against === '' ? '' : `, ${against}`}`;
}

export interface Reading {
  readonly now: number;
  readonly move: Move;
  /** "0.40" */
  readonly value: string;
  /** ", down from 0.90, beyond the noise floor", '' where nothing can be said */
  readonly tail: string;
}

/** A score's median now, how it went since `before`, and where it lies beside the noise floor. */
export function readingOf(before: Frame | null, now: Frame, loop: string, metric: string, noise: NoiseFloor | null): Reading | null {
  const value = scoreOf(now, loop, metric)?.median;
  if (value === undefined) return null;
  const band = bandOf(noise, metric);
  const first = before ? scoreOf(before, loop, metric)?.median : undefined;
  const inside = isWithin(value, band);
  const move = first === undefined ? 'unknown' : moveOf(first, value, band);
  const split = before ? disagreement(before, now, loop, metric, band, move) : '';
  const reading = (tail: string): Reading => ({ now: value, move, value: number(value), tail });
  if (first !== undefined && (move === 'up' || move === 'down')) {
    const from = `, ${move} from ${number(first)}`;
    return reading(inside ? `${from} to within the noise floor${split}` : `${from}, beyond the noise floor${split}`);
  }
  if (inside) return reading(`, within the noise floor${split}`);
  return reading(move === 'still' ? `, no clear change${split}` : '');
}
