import type { ShownPoints } from '../../../engine/kinds/points';
import { quantile } from '../../../engine/math/quantile';
import type { Preview } from '../../../protocol/messages';

/** How many standard deviations of a mode `Preview.reach` is. */
const REACH_SIGMAS = 3;
/** Fewer samples of a mode say nothing of its width. */
const LEAST_SAMPLES = 3;

/**
 * What is left of the variance of a round normal in the plane, along each axis, when all beyond `sigmas` standard deviations is cut off:
 * with R² exponential, E[R² | R < c] / 2 = 1 − (c²/2) e^(−c²/2) / (1 − e^(−c²/2)).
 */
export function varianceWithin(sigmas: number): number {
  const half = (sigmas * sigmas) / 2;
  return 1 - half / Math.expm1(half);
}

/** Root mean square deviation, per axis, of the samples within `reach` of a centre about their own mean (unbiased); null where they are too few. */
function widthAt({ count, values }: ShownPoints, centreX: number, centreY: number, reach: number): number | null {
  let [within, sumX, sumY, squares] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y] = [values[2 * i] - centreX, values[2 * i + 1] - centreY];
    if (x * x + y * y > reach * reach) continue;
    within++;
    sumX += x;
    sumY += y;
    squares += x * x + y * y;
  }
  if (within < LEAST_SAMPLES) return null;
  const aboutMean = squares - (sumX * sumX + sumY * sumY) / within;
  return Math.sqrt(Math.max(0, aboutMean) / (2 * (within - 1)));
}

/**
 * How wide the modes are that are alive, as a part of what the true ones are: of each the width of its samples within 3 sigma over that of
 * a true mode cut off there, and of these the median, which says what a typical mode looks like: the samples astray of one component that
 * lies across a dead neighbour's place would hold a mean up. null without modes in the plane, and where fewer than half of those alive
 * have samples enough.
 */
export function modeWidth(samples: ShownPoints, { modes, reach }: Preview, alive: readonly boolean[]): number | null {
  if (samples.dim !== 2 || reach === 0 || modes.length !== 2 * alive.length) return null;
  const living = [...alive.keys()].filter((mode) => alive[mode]);
  const widths = living.map((mode) => widthAt(samples, modes[2 * mode], modes[2 * mode + 1], reach)).filter((width) => width !== null);
  if (widths.length === 0 || 2 * widths.length < living.length) return null;
  const trueWidth = (reach / REACH_SIGMAS) * Math.sqrt(varianceWithin(REACH_SIGMAS));
  return (
    quantile(
      widths.sort((a, b) => a - b),
      0.5,
    ) / trueWidth
  );
}
