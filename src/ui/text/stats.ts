import { quantile } from '../../engine/math/quantile';
import type { Frame } from '../../store/state';

/** Median and 10-90 % band of a loop's replicates; with one replicate all three are its value. */
export interface Stats {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function statsOf(values: readonly number[]): Stats | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
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
    const value = lane.loop === loop ? (lane.scores[metric] ?? lane.truth[metric]) : null;
    return value === null || value === undefined ? [] : [value];
  });
  const stats = statsOf(values);
  kept.set(key, stats);
  return stats;
}

/** Why a score has no value. */
export function reasonOf(frame: Frame, loop: string, metric: string): string {
  const reasons = frame.lanes.filter((lane) => lane.loop === loop).map((lane) => lane.undefined[metric]);
  return reasons.find((reason) => reason !== undefined) ?? 'not computed';
}

/** Runs of a loop in which the covariance floor holds a component up. */
export function floorCount(frame: Frame, loop: string): number {
  return frame.lanes.filter((lane) => lane.loop === loop && lane.fit.floorReached).length;
}

/** Modes or classes alive in replicate 1, and how many there are; null where the data have none. */
export function aliveOf(frame: Frame, loop: string): { readonly alive: readonly boolean[]; readonly count: number } | null {
  const shares = frame.lanes.find((lane) => lane.loop === loop && lane.replicate === 1)?.shares;
  return shares ? { alive: shares.alive, count: shares.alive.filter(Boolean).length } : null;
}

/** Median over the replicates of how many modes are alive, and how many there are; null where the data have none. */
export function medianAlive(frame: Frame, loop: string): { readonly count: number; readonly total: number } | null {
  const shares = frame.lanes.flatMap((lane) => (lane.loop === loop && lane.shares ? [lane.shares.alive] : []));
  const counts = statsOf(shares.map((alive) => alive.filter(Boolean).length));
  return counts && { count: counts.median, total: shares[0].length };
}

const lastAlive = new WeakMap<Frame, Map<string, readonly number[]>>();

/**
 * For each mode of a loop the index of the last frame, up to `index`, in which it was alive; -1 = never. Kept per frame: a frame's past
 * never changes, so that a long run costs no more at its end than at its start.
 */
export function lastAliveUpTo(frames: readonly Frame[], index: number, loop: string): readonly number[] {
  let from = index;
  while (from >= 0 && !lastAlive.get(frames[from])?.has(loop)) from--;
  let past: readonly number[] = from >= 0 ? (lastAlive.get(frames[from])?.get(loop) ?? []) : [];
  for (let i = from + 1; i <= index; i++) {
    const before = past;
    past = aliveOf(frames[i], loop)?.alive.map((alive, mode) => (alive ? i : (before[mode] ?? -1))) ?? before;
    const kept = lastAlive.get(frames[i]) ?? new Map<string, readonly number[]>();
    lastAlive.set(frames[i], kept.set(loop, past));
  }
  return past;
}
