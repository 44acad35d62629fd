import { quantile } from '../../engine/math/quantile';
import type { Frame } from '../../results/frame';

export const LINE = { width: 72, height: 22 } as const;
/** A line shows shares up to this many times the real one, or as far as it reaches. */
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

export interface SharePoint {
  readonly generation: number;
  readonly share: number;
}

/** The share of a mode by generation, up to the one shown; none where the data have no modes. */
export function shareLine(frames: readonly Frame[], shown: number, loop: string, mode: number): SharePoint[] {
  const end = Math.min(shown, frames.length);
  const count = Math.min(end, POINTS);
  const points: SharePoint[] = [];
  for (let i = 0; i < count; i++) {
    const frame = frames[count === 1 ? end - 1 : Math.round((i * (end - 1)) / (count - 1))];
    const share = sharesOf(frame, loop)[mode];
    if (share === undefined) return [];
    points.push({ generation: frame.generation, share });
  }
  return points;
}

/** The largest share that the lines of a mode reach, one scale for all loops. */
export const topOf = (lines: readonly (readonly SharePoint[])[], weight: number): number =>
  Math.max(TOP * weight, ...lines.flat().map(({ share }) => share));

export const heightOf = (share: number, top: number): number => LINE.height - 1 - (share / top) * (LINE.height - 2);

/** Such a line as an SVG path; the width stands for all generations of the run. */
export function sharePath(line: readonly SharePoint[], generations: number, top: number): string {
  const points = line.map(({ generation, share }) => {
    const x = generations > 1 ? ((generation - 1) / (generations - 1)) * (LINE.width - 2) + 1 : 1;
    return `${x.toFixed(1)} ${heightOf(share, top).toFixed(1)}`;
  });
  // a single point is drawn as a dot by its round ends
  return points.length === 0 ? '' : `M${points.join('L')}${points.length === 1 ? 'h0' : ''}`;
}
