import { quantile } from '../../engine/math/quantile';
import type { Frame } from '../../results/frame';

export const LINE = { width: 72, height: 22 } as const;
/** A line shows shares up to this many times the real one; what lies above runs along the edge. */
const TOP = 2.5;
/** No line has more points than can be told apart. */
const POINTS = 60;

const known = new WeakMap<Frame, Map<string, readonly number[]>>();

/** Each mode's share in a loop, the median of its replicates; empty where the data have no modes. */
export function sharesOf(frame: Frame, loop: string): readonly number[] {
  const kept = known.get(frame) ?? new Map<string, readonly number[]>();
  known.set(frame, kept);
  const found = kept.get(loop);
  if (found) return found;
  const lanes = frame.lanes.flatMap((lane) => (lane.loop === loop && lane.shares ? [lane.shares.share] : []));
  const medianAt = (mode: number) =>
    quantile(
      lanes.map((share) => share[mode]).sort((a, b) => a - b),
      0.5,
    );
  const shares = lanes.length < 2 ? (lanes[0] ?? []) : lanes[0].map((_, mode) => medianAt(mode));
  kept.set(loop, shares);
  return shares;
}

export const heightOf = (share: number, weight: number): number => LINE.height - 1 - Math.min(1, share / (TOP * weight)) * (LINE.height - 2);

/** The share of a mode by generation as an SVG path; the width stands for all generations of the run. */
export function sharePath(frames: readonly Frame[], shown: number, generations: number, loop: string, mode: number, weight: number): string {
  const end = Math.min(shown, frames.length);
  const count = Math.min(end, POINTS);
  const points: string[] = [];
  for (let i = 0; i < count; i++) {
    const frame = frames[count === 1 ? end - 1 : Math.round((i * (end - 1)) / (count - 1))];
    const share = sharesOf(frame, loop)[mode];
    if (share === undefined) return '';
    const x = generations > 1 ? ((frame.generation - 1) / (generations - 1)) * (LINE.width - 2) + 1 : 1;
    points.push(`${x.toFixed(1)} ${heightOf(share, weight).toFixed(1)}`);
  }
  // a single point is drawn as a dot by its round ends
  return points.length === 0 ? '' : `M${points.join('L')}${points.length === 1 ? 'h0' : ''}`;
}
