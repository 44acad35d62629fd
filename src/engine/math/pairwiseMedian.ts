import type { Cloud } from '../contracts';
import { widthAlong } from './moments';
import { inPortions } from './steps';

const BINS = 4096;
/** Distances that may be gathered and sorted at once. */
const GATHER = 50_000;

/** Squared distances in [low, high], counted in equal bins with the smallest and largest of each bin. */
interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: Float64Array;
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
}

/**
 * Exact median of the distances |x_i - x_j|, i < j, of the rows of `cloud`: the mean of the two middle ones when their number is even.
 *
 * Histograms narrow the interval that holds the middle ranks until few enough are left to sort, so that memory stays constant: all
 * distances of 10,000 points would take 400 MB.
 * @returns NaN when there are fewer than two rows
 */
export function* medianPairwiseDistance(cloud: Cloud): Generator<void, number> {
  const pairs = (cloud.count * (cloud.count - 1)) / 2;
  if (pairs < 1) return Number.NaN;
  let lowRank = Math.floor((pairs - 1) / 2);
  let highRank = Math.floor(pairs / 2);
  let inside = pairs;
  let low = 0;
  let high = squaredDiagonal(cloud);

  while (inside > GATHER && high > low && Number.isFinite(BINS / (high - low))) {
    const histogram = emptyHistogram(low, high);
    yield* inPortions(cloud.count, 2 * cloud.count * cloud.dim, (from, to) => countPairs(cloud, from, to, histogram));
    const [first, skipped] = binOfRank(histogram.counts, lowRank);
    const [last] = binOfRank(histogram.counts, highRank);
    if (first !== last) return (Math.sqrt(histogram.largest[first]) + Math.sqrt(histogram.smallest[last])) / 2;
    inside = histogram.counts[first];
    lowRank -= skipped;
    highRank -= skipped;
    low = histogram.smallest[first];
    high = histogram.largest[first];
  }
  if (inside > GATHER) return Math.sqrt(low);

  const gathered = new Float64Array(inside);
  let filled = 0;
  yield* inPortions(cloud.count, 2 * cloud.count * cloud.dim, (from, to) => {
    filled = gatherPairs(cloud, from, to, low, high, gathered, filled);
  });
  gathered.sort();
  return (Math.sqrt(gathered[lowRank]) + Math.sqrt(gathered[highRank])) / 2;
}

function squaredDistance(values: Float64Array, i: number, j: number, dim: number): number {
  let sum = 0;
  for (let a = 0; a < dim; a++) {
    const difference = values[i + a] - values[j + a];
    sum += difference * difference;
  }
  return sum;
}

/** An upper bound of every squared distance, summed like them. */
function squaredDiagonal({ dim, values }: Cloud): number {
  let sum = 0;
  for (let a = 0; a < dim; a++) {
    const width = widthAlong(values, dim, a);
    sum += width * width;
  }
  return sum;
}

function emptyHistogram(low: number, high: number): Histogram {
  return {
    low,
    high,
    counts: new Float64Array(BINS),
    smallest: new Float64Array(BINS).fill(Infinity),
    largest: new Float64Array(BINS).fill(-Infinity),
  };
}

/** Pairs (i, j > i) for rows i in [from, to). */
function countPairs({ count, dim, values }: Cloud, from: number, to: number, { low, high, counts, smallest, largest }: Histogram): void {
  const scale = BINS / (high - low);
  for (let i = from; i < to; i++) {
    for (let j = i + 1; j < count; j++) {
      const squared = squaredDistance(values, i * dim, j * dim, dim);
      if (squared < low || squared > high) continue;
      const position = (squared - low) * scale;
      const bin = position < BINS ? Math.floor(position) : BINS - 1;
      counts[bin]++;
      if (squared < smallest[bin]) smallest[bin] = squared;
      if (squared > largest[bin]) largest[bin] = squared;
    }
  }
}

function gatherPairs(cloud: Cloud, from: number, to: number, low: number, high: number, into: Float64Array, start: number): number {
  const { count, dim, values } = cloud;
  let filled = start;
  for (let i = from; i < to; i++) {
    for (let j = i + 1; j < count; j++) {
      const squared = squaredDistance(values, i * dim, j * dim, dim);
      if (squared >= low && squared <= high) into[filled++] = squared;
    }
  }
  return filled;
}

/** The bin that holds the entry of this rank, and how many entries lie in the bins before it. */
function binOfRank(counts: Float64Array, rank: number): [bin: number, before: number] {
  let before = 0;
  let bin = 0;
  while (before + counts[bin] <= rank) before += counts[bin++];
  return [bin, before];
}
