import type { Dataset, Host, RealSource } from './contracts';
import { imageFeaturesIfOpen } from './datasets/imageFeatures';
import { imageSetOf } from './datasets/imageSets';
import type { Loop } from './descriptions';
import type { Experiment } from './experiment';
import { recipesOf } from './recipe';
import { byId } from './registry';
import type { NearestImage, NearestQuery } from './results';
import { createRng } from './rng';

/** Real images compared between two pauses. */
const CHUNK = 200;
/** Real images whose own nearest neighbour tells what distance is usual. */
const YARDSTICK = 32;

type Fresh = Pick<RealSource, 'fresh'>;

interface Found {
  /** position in the replicate's order of the training images */
  readonly index: number;
  /** squared Euclidean distance, pixels in [0, 1] */
  readonly squared: number;
}

/** sum (a_i - b_i)^2, given up (with a value above `limit`) once it cannot be the smallest any more. */
function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>, from: number, limit: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; ) {
    for (const end = Math.min(a.length, i + 28); i < end; i++) {
      const gap = a[i] - b[from + i];
      sum += gap * gap;
    }
    if (sum > limit) return sum;
  }
  return sum;
}

/**
 * The nearest of the first `count` real images to each image, by Euclidean distance over pixels; the earlier one where two tie.
 * `themselves`: the images are the first of these images, and none is compared with itself. Yields between chunks.
 */
export async function* nearestOf(
  source: Fresh,
  count: number,
  images: readonly ArrayLike<number>[],
  themselves = false,
): AsyncGenerator<void, Found[]> {
  const best: Found[] = images.map(() => ({ index: -1, squared: Number.POSITIVE_INFINITY }));
  for (let first = 0; first < count; first += CHUNK) {
    const { count: here, dim, values } = await source.fresh(Math.min(CHUNK, count - first), first, createRng(0));
    for (const [at, image] of images.entries()) {
      for (let row = 0; row < here; row++) {
        if (themselves && first + row === at) continue;
        const squared = squaredDistance(image, values, row * dim, best[at].squared);
        if (squared < best[at].squared) best[at] = { index: first + row, squared };
      }
    }
    yield;
  }
  return best;
}

/** The middle of the distances from a real image to the nearest other one, among the first `count`; null where there is no other. */
async function* usualDistance(source: Fresh, count: number): AsyncGenerator<void, number | null> {
  if (count < 2) return null;
  const { count: some, dim, values } = await source.fresh(Math.min(YARDSTICK, count), 0, createRng(0));
  const images = Array.from({ length: some }, (_, i) => values.subarray(i * dim, (i + 1) * dim));
  const distances = (yield* nearestOf(source, count, images, true)).map(({ squared }) => Math.sqrt(squared)).sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)];
}

interface Catalogue {
  readonly datasets: readonly Dataset[];
  readonly loops: readonly Loop[];
}

/**
 * Finds, among the real images that a loop has trained on, the nearest to a generated one. Reads only what a run of the same experiment
 * has loaded already: its training shards, and the classifier where scores asked for it. Yields often; leave it early to give up.
 */
export function createImageSearch(host: Host, { datasets, loops }: Catalogue) {
  const usual = new Map<string, number | null>();

  async function* usualOf(source: Fresh, { dataset, seed, resolution }: Experiment, count: number): AsyncGenerator<void, number | null> {
    const key = `${dataset} ${seed} ${resolution} ${count}`;
    const known = usual.get(key);
    if (known !== undefined) return known;
    const distance = yield* usualDistance(source, count);
    usual.set(key, distance);
    return distance;
  }

  return async function* search(experiment: Experiment, queries: readonly NearestQuery[]): AsyncGenerator<void, NearestImage[]> {
    const dataset = byId(datasets, experiment.dataset);
    const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), host);
    const classifier = await imageFeaturesIfOpen(host, imageSetOf(experiment));
    const read = (values: Float32Array) =>
      classifier?.classify(classifier.features({ kind: 'images', count: 1, dim: values.length, values }))[0] ?? null;
    const answers: NearestImage[] = [];
    for (const { loop: id, generation, pixels } of queries) {
      const loop = loops.find((entry) => entry.id === id);
      if (!loop) continue;
      const count = Math.min(recipesOf(loop, experiment)(generation).realSeen, dataset.distinct ?? Number.POSITIVE_INFINITY);
      const image = Float32Array.from(pixels, (value) => value / 255);
      const [{ index, squared }] = yield* nearestOf(source, count, [image]);
      const { values } = await source.fresh(1, index, createRng(0));
      answers.push({
        loop: id,
        generation,
        searched: count,
        distance: Math.sqrt(squared),
        usual: yield* usualOf(source, experiment, count),
        pixels: Uint8Array.from(values, (value) => Math.round(255 * value)),
        real: read(values as Float32Array),
        made: read(image),
      });
    }
    return answers;
  };
}
