import { plainName } from '../engine/names';
import { readDecimal } from '../engine/numberText';
import { textOf } from '../frame/textOf';

/** Bytes as most servers send them (gzip), measured by the build. */
export interface Weights {
  /** page code and engine */
  readonly app: number;
  /** tfjs with its wasm file */
  readonly tensors: number;
  /** by the resolution of digits, or the plain name of another dataset */
  readonly images: Readonly<Record<string, ImageWeights>>;
  /** by the plain name of the dataset */
  readonly texts: Readonly<Record<string, number>>;
}

interface ImageWeights {
  readonly classifier: number;
  /** of one file of images */
  readonly shard: number;
  /** images in a file, and how many files there are */
  readonly shards: { readonly size: number; readonly train: number; readonly test: number };
}

/** What a run that needs tensors draws, by the raw values of its query; null where it needs none. */
export function imagesOf(query: ReadonlyMap<string, string>): 'digits' | 'speech' | null {
  const dataset = plainName(query.get('dataset') ?? '');
  if (dataset === 'speech') return 'speech';
  return plainName(query.get('model') ?? '') === 'vae' || /^(stained)?digits$/.test(dataset) ? 'digits' : null;
}

/** Initial and fresh real images of a default run. */
const REAL = { digits: [1000, 1000], speech: [500, 100] } as const;

/** What a run downloads, by the raw values of its query; a little more than less. */
export function downloadOf(query: ReadonlyMap<string, string>, weights: Weights): number {
  const text = textOf(query);
  if (text !== null) return weights.app + (weights.texts[text] ?? 0);
  const images = imagesOf(query);
  if (images === null) return weights.app;
  const count = (key: string, fallback: number) => Math.max(0, readDecimal(query.get(key) ?? String(fallback), true) || 0);
  const { classifier, shard, shards } = weights.images[images === 'speech' ? images : (query.get('resolution') ?? '14')] ?? weights.images['14'];
  const [initial, fresh] = REAL[images];
  const real = count('initialreal', initial) + count('real', fresh) * (count('generations', 10) - 1);
  const training = Math.min(shards.train, Math.ceil((real * Math.max(1, count('replicates', 1))) / shards.size));
  // the noise floor draws from all that is held out
  return weights.app + weights.tensors + classifier + shard * (training + shards.test);
}
