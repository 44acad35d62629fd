import { isScore, laneValue, truthName } from '../engine/laneValue';
import { quantile } from '../engine/math/quantile';
import type { LaneResult } from '../engine/results';
import type { Frame } from './frame';

/** Median, mean and 10-90 % band of a loop's replicates; with one replicate all are its value. */
export interface Stats {
  readonly median: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The mean of values in ascending order: the smallest first, so that few large values take nothing from them. */
export const meanOver = (sorted: readonly number[]): number => sorted.reduce((sum, value) => sum + value, 0) / sorted.length;

function statsOf(values: readonly number[]): Stats | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), mean: meanOver(sorted), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}

const known = new WeakMap<Frame, Map<string, Stats | null>>();

/** A score or a truth value of a loop over its replicates; null where none of them has it. Kept per frame, for charts ask again and again. */
export function scoreOf(frame: Frame, loop: string, metric: string): Stats | null {
  const kept = known.get(frame) ?? new Map<string, Stats | null>();
  known.set(frame, kept);
  const key = `${metric} ${loop}`;
  const found = kept.get(key);
  if (found !== undefined) return found;
  const values = frame.lanes.flatMap((lane) => {
    const value = lane.loop === loop ? laneValue(lane, metric) : null;
    return value === null || value === undefined ? [] : [value];
  });
  const stats = statsOf(values);
  kept.set(key, stats);
  return stats;
}

/** A score, or an exact value, of a loop in each replicate that has it. */
export function valuesOf(frame: Frame, loop: string, metric: string): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const lane of frame.lanes) {
    const value = lane.loop === loop ? laneValue(lane, metric) : null;
    if (value !== null && value !== undefined) values.set(lane.replicate, value);
  }
  return values;
}

const reasonIn = ({ undefined: reasons }: LaneResult, metric: string): string | undefined => reasons[isScore(metric) ? metric : truthName(metric)];

/** Whether a score, or an exact value, was computed: it has a value then, or a reason why it has none. */
export const isComputed = ({ lanes }: Frame, metric: string): boolean =>
  lanes.some((lane) => laneValue(lane, metric) !== undefined || reasonIn(lane, metric) !== undefined);

/** Why a score has no value. */
export function reasonOf(frame: Frame, loop: string, metric: string): string {
  const reasons = frame.lanes.filter((lane) => lane.loop === loop).map((lane) => reasonIn(lane, metric));
  return reasons.find((reason) => reason !== undefined) ?? 'not computed';
}

/** Runs of a loop, and how many of them have no value. */
export function missingOf(frame: Frame, loop: string, metric: string): { readonly runs: number; readonly without: number } {
  const lanes = frame.lanes.filter((lane) => lane.loop === loop);
  return { runs: lanes.length, without: lanes.filter((lane) => (laneValue(lane, metric) ?? null) === null).length };
}

/** Runs of a loop in which the covariance floor holds a component up. */
export function floorCount(frame: Frame, loop: string): number {
  return frame.lanes.filter((lane) => lane.loop === loop && lane.fit.floorReached).length;
}

/** Modes or classes alive in a replicate, and how many there are; null where the data have none. */
export function aliveOf(frame: Frame, loop: string, replicate = 1): { readonly alive: readonly boolean[]; readonly count: number } | null {
  const shares = frame.lanes.find((lane) => lane.loop === loop && lane.replicate === replicate)?.shares;
  return shares ? { alive: shares.alive, count: shares.alive.filter(Boolean).length } : null;
}

/** How many modes are alive in each replicate; empty where the data have none. */
export function aliveCounts(frame: Frame, loop: string): number[] {
  return frame.lanes.flatMap((lane) => (lane.loop === loop && lane.shares ? [lane.shares.alive.filter(Boolean).length] : []));
}

/** Median over the replicates of how many modes are alive, and how many there are; null where the data have none. */
export function medianAlive(frame: Frame, loop: string): { readonly count: number; readonly total: number } | null {
  const counts = statsOf(aliveCounts(frame, loop));
  const total = frame.lanes.find((lane) => lane.loop === loop && lane.shares)?.shares?.alive.length;
  return counts && total !== undefined ? { count: counts.median, total } : null;
}

const lastAlive = new WeakMap<Frame, Map<string, readonly number[]>>();

/**
 * For each mode of a loop the index of the last frame, up to `index`, in which it was alive; -1 = never. Kept per frame: a frame's past
 * never changes, so that a long run costs no more at its end than at its start.
 */
export function lastAliveUpTo(frames: readonly Frame[], index: number, loop: string, replicate = 1): readonly number[] {
  const key = `${replicate} ${loop}`;
  let from = index;
  while (from >= 0 && !lastAlive.get(frames[from])?.has(key)) from--;
  let past: readonly number[] = from >= 0 ? (lastAlive.get(frames[from])?.get(key) ?? []) : [];
  for (let i = from + 1; i <= index; i++) {
    const before = past;
    past = aliveOf(frames[i], loop, replicate)?.alive.map((alive, mode) => (alive ? i : (before[mode] ?? -1))) ?? before;
    const kept = lastAlive.get(frames[i]) ?? new Map<string, readonly number[]>();
    lastAlive.set(frames[i], kept.set(key, past));
  }
  return past;
}

const lowest = new WeakMap<Frame, Map<string, number>>();

/** The fewest modes alive, by the median, in the frames up to `index`; Infinity where the data have none. Kept per frame, as above. */
export function lowestAlive(frames: readonly Frame[], index: number, loop: string): number {
  let from = index;
  while (from >= 0 && !lowest.get(frames[from])?.has(loop)) from--;
  let least = from >= 0 ? (lowest.get(frames[from])?.get(loop) ?? Infinity) : Infinity;
  for (let i = from + 1; i <= index; i++) {
    least = Math.min(least, medianAlive(frames[i], loop)?.count ?? Infinity);
    const kept = lowest.get(frames[i]) ?? new Map<string, number>();
    lowest.set(frames[i], kept.set(loop, least));
  }
  return least;
}

const mostGone = new WeakMap<Frame, Map<string, number>>();

/** The most modes that were gone at a time, each for `goneFor` generations, in the frames up to `index`; modes never made are not among them. Kept per frame, as above. */
export function mostGoneUpTo(frames: readonly Frame[], index: number, loop: string, goneFor: number): number {
  const key = `${goneFor} ${loop}`;
  let from = index;
  while (from >= 0 && !mostGone.get(frames[from])?.has(key)) from--;
  let most = from >= 0 ? (mostGone.get(frames[from])?.get(key) ?? 0) : 0;
  for (let i = from + 1; i <= index; i++) {
    const gone = lastAliveUpTo(frames, i, loop).filter((last) => last >= 0 && i - last >= goneFor);
    most = Math.max(most, gone.length);
    const kept = mostGone.get(frames[i]) ?? new Map<string, number>();
    mostGone.set(frames[i], kept.set(key, most));
  }
  return most;
}
