import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import type { Modes } from '../contracts';
import { decodePoints } from '../pointsText';
import { planarModes, pointsDataset } from './points';

const NARROWEST = 0.05;
const WIDEST = 0.2;
/** Points whose neighbours are looked for: enough for a median, however many there are. */
const ASKED = 500;

/** What is there until the reader has drawn something: a face, for it has rare parts to lose. [count, 2] */
const EXAMPLE = Float64Array.from([
  ...Array.from({ length: 40 }, (_, i) => {
    const angle = (Math.PI * (i - 19.5)) / 50;
    return [2 * sin(angle), 0.6 - 2 * cos(angle)];
  }).flat(),
  ...[-0.8, 0.8].flatMap((x) => Array.from({ length: 8 }, (_, i) => [x + 0.12 * sin((Math.PI * i) / 4), 1.2 + 0.12 * cos((Math.PI * i) / 4)]).flat()),
]);

/**
 * The median distance of `points` [count, 2] to their nearest neighbour at another place, within .05 to .2: wide enough to close the gaps
 * between neighbours, narrow enough to keep what was drawn. Of at most 500 of the points, evenly spaced in the list.
 */
export function bandwidthOf(points: Float64Array): number {
  const count = points.length / 2;
  const step = Math.max(1, Math.ceil(count / ASKED));
  const distances: number[] = [];
  for (let i = 0; i < count; i += step) {
    let least = Infinity;
    for (let j = 0; j < count; j++) {
      const dx = points[2 * i] - points[2 * j];
      const dy = points[2 * i + 1] - points[2 * j + 1];
      const squared = dx * dx + dy * dy;
      if (squared > 0 && squared < least) least = squared;
    }
    distances.push(Math.sqrt(least));
  }
  distances.sort((a, b) => a - b);
  return Math.min(WIDEST, Math.max(NARROWEST, distances[Math.floor(distances.length / 2)]));
}

function kernelsOf(text: string): Modes {
  const points = text === '' ? EXAMPLE : decodePoints(text);
  const centres = Array.from({ length: points.length / 2 }, (_, n) => [points[2 * n], points[2 * n + 1]] as const);
  return planarModes(centres, bandwidthOf(points));
}

/** Every replicate, preview and score asks for the same density. */
let last: { readonly text: string; readonly kernels: Modes } | undefined;

/** The reader's own points, each a Gaussian kernel: data without end, whose density and moments are known exactly. */
export const drawn = pointsDataset({
  id: 'drawn',
  name: 'Your own',
  summary: 'Points that you draw, paste or drop here: each stands for a small round cloud.',
  components: 12,
  modes: 0,
  density({ points }) {
    if (last?.text !== points) last = { text: points, kernels: kernelsOf(points) };
    return last.kernels;
  },
  draw(rng, into, offset, { count, centres, sigma }) {
    const kernel = rng.integer(count);
    into[offset] = centres[2 * kernel] + sigma * rng.normal();
    into[offset + 1] = centres[2 * kernel + 1] + sigma * rng.normal();
  },
});
