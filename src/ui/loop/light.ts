import { BOX, type Layout, type Point } from './geometry';

const LIT = 0.8;
/** Parts of its time: when a training set is in the model, and when samples come out. */
const IN = 0.62;
const OUT = 0.68;

/** How far along `points` each of them lies. */
function distances(points: readonly Point[]): number[] {
  let far = 0;
  return points.map(([x, y], i) => {
    if (i > 0) far += Math.hypot(x - points[i - 1][0], y - points[i - 1][1]);
    return far;
  });
}

const lengthOf = (points: readonly Point[]): number => distances(points).at(-1) ?? 0;

/** A light that goes along `points` steadily. Places are parts of an element as large as the diagram, so that they scale with it. */
function along(points: readonly Point[], from: number, to: number): Keyframe[] {
  const [far, whole] = [distances(points), lengthOf(points)];
  const frames = points.map(([x, y], i) => ({
    offset: Math.min(to, from + ((to - from) * far[i]) / whole),
    transform: `translate(${((100 * x) / BOX.width).toFixed(2)}%, ${((100 * y) / BOX.height).toFixed(2)}%)`,
    opacity: LIT,
  }));
  return frames.length === 0 ? [] : [{ ...frames[0], opacity: 0 }, ...frames, { ...frames[frames.length - 1], opacity: 0 }];
}

/** From the beginning of its time to the end: where it is not seen, too. */
const whole = (frames: readonly Keyframe[]): Keyframe[] =>
  frames.length === 0 ? [] : [{ ...frames[0], offset: 0 }, ...frames, { ...frames[frames.length - 1], offset: 1 }];

/** One generation: the loop's own samples go in and, unseen in the model, come out again to where they were; real ones go in at the same pace. */
export function lightFrames({ ways }: Layout): { readonly own: Keyframe[]; readonly real: Keyframe[] } {
  const start = ways.in.length === 0 ? 0 : Math.max(0, IN - (IN * lengthOf(ways.real)) / lengthOf(ways.in));
  return { own: whole([...along(ways.in, 0, IN), ...along(ways.out, OUT, 1)]), real: whole(along(ways.real, start, IN)) };
}
