import type { Cloud } from '../contracts';
import { borrowKernels, giveBackKernels, layout } from '../wasm/kernels';
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

/** Passes over all pairs (i, j > i), by rows i in [from, to). */
export interface PairPasses {
  /** Counts squared distances in [low, high]. */
  count(low: number, high: number): Generator<void, Histogram>;
  /** Those in [low, high], `size` of them, in any order. */
  gather(low: number, high: number, size: number): Generator<void, Float64Array>;
  close(): void;
}

/**
 * Exact median of the distances |x_i - x_j|, i < j, of the rows of `cloud`: the mean of the two middle ones when their number is even.
 *
 * Histograms narrow the interval that holds the middle ranks until few enough are left to sort, so that memory stays constant: all
 * distances of 10,000 points would take 400 MB.
 * @returns NaN when there are fewer than two rows
 */
export function* medianPairwiseDistance(cloud: Cloud): Generator<void, number> {
  const passes = kernelPasses(cloud) ?? plainPasses(cloud);
  try {
    return yield* medianOf(passes, cloud);
  } finally {
    passes.close();
  }
}

function* medianOf(passes: PairPasses, cloud: Cloud): Generator<void, number> {
  const pairs = (cloud.count * (cloud.count - 1)) / 2;
  if (pairs < 1) return Number.NaN;
  let lowRank = Math.floor((pairs - 1) / 2);
  let highRank = Math.floor(pairs / 2);
  let inside = pairs;
  let low = 0;
  let high = squaredDiagonal(cloud);

  while (inside > GATHER && high > low && Number.isFinite(BINS / (high - low))) {
    const histogram = yield* passes.count(low, high);
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

  const gathered = (yield* passes.gather(low, high, inside)).sort();
  return (Math.sqrt(gathered[lowRank]) + Math.sqrt(gathered[highRank])) / 2;
}

const inRows = ({ count, dim }: Cloud, work: (from: number, to: number) => void) => inPortions(count, 2 * count * dim, work);

export function plainPasses(cloud: Cloud): PairPasses {
  return {
    *count(low, high) {
      const histogram = emptyHistogram(low, high);
      yield* inRows(cloud, (from, to) => countPairs(cloud, from, to, histogram));
      return histogram;
    },
    *gather(low, high, size) {
      const gathered = new Float64Array(size);
      let filled = 0;
      yield* inRows(cloud, (from, to) => {
        filled = gatherPairs(cloud, from, to, low, high, gathered, filled);
      });
      return gathered;
    },
    close: () => undefined,
  };
}

/** Bytes of a bin of kernels/numerics.ts, as numbers of 64 bits: its count, smallest and largest. */
const PER_BIN = 3;

/** The passes in WebAssembly, to the same bits; null where there is none. */
export function kernelPasses(cloud: Cloud): PairPasses | null {
  const { count, dim, values } = cloud;
  const pitch = 2 * Math.ceil(count / 2);
  const { part, bytes } = layout();
  const axes = part(8 * dim * pitch);
  const bins = part(8 * PER_BIN * BINS);
  const gathered = part(8 * GATHER);
  const kernels = borrowKernels(bytes());
  if (!kernels) return null;
  const at = (address: number, length: number) => new Float64Array(kernels.memory.buffer, address, length);
  const coordinates = at(axes, dim * pitch);
  for (let a = 0; a < dim; a++) for (let i = 0; i < count; i++) coordinates[a * pitch + i] = values[i * dim + a];
  return {
    *count(low, high) {
      const found = at(bins, PER_BIN * BINS);
      const numbers = new Int32Array(found.buffer, bins, 2 * PER_BIN * BINS);
      for (let bin = 0; bin < BINS; bin++) {
        numbers[2 * PER_BIN * bin] = 0;
        found[PER_BIN * bin + 1] = Infinity;
        found[PER_BIN * bin + 2] = -Infinity;
      }
      yield* inRows(cloud, (from, to) => kernels.countPairs(axes, dim, pitch, count, from, to, low, high, bins));
      const every = (entry: number) => Float64Array.from({ length: BINS }, (_, bin) => found[PER_BIN * bin + entry]);
      const counts = Float64Array.from({ length: BINS }, (_, bin) => numbers[2 * PER_BIN * bin]);
      return { low, high, counts, smallest: every(1), largest: every(2) };
    },
    *gather(low, high, size) {
      let end = gathered;
      yield* inRows(cloud, (from, to) => {
        end = kernels.gatherPairs(axes, dim, pitch, count, from, to, low, high, end);
      });
      return at(gathered, size).slice();
    },
    close: () => giveBackKernels(kernels),
  };
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
