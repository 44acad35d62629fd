import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { bandwidthOf } from '../bandwidth';
import type { Modes } from '../contracts';
import { decodePoints } from '../pointsText';
import { planarModes, pointsDataset } from './points';

/** What is there until the reader has drawn something: a face, for it has rare parts to lose. [count, 2] */
const EXAMPLE = Float64Array.from([
  ...Array.from({ length: 40 }, (_, i) => {
    const angle = (Math.PI * (i - 19.5)) / 50;
    return [2 * sin(angle), 0.6 - 2 * cos(angle)];
  }).flat(),
  ...[-0.8, 0.8].flatMap((x) => Array.from({ length: 8 }, (_, i) => [x + 0.12 * sin((Math.PI * i) / 4), 1.2 + 0.12 * cos((Math.PI * i) / 4)]).flat()),
]);

function kernelsOf(text: string): Modes {
  const points = text === '' ? EXAMPLE : decodePoints(text);
  const centres = Array.from({ length: points.length / 2 }, (_, n) => [points[2 * n], points[2 * n + 1]] as const);
  return planarModes(centres, bandwidthOf(points));
}

/** Every replicate, preview and score asks for the same density. */
let last: { readonly text: string; readonly kernels: Modes } | undefined;

/** The reader's own points, each a Gaussian kernel: data without end, whose density and moments are known exactly. */
export const drawn = pointsDataset('drawn', {
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
