import { plainName } from '../engine/names';
import { readDecimal } from '../engine/numberText';
import { textOf } from '../frame/textOf';

/** Bytes as most servers send them (gzip), measured by the build. */
export interface Weights {
  /** page code and engine */
  readonly app: number;
  /** tfjs with its wasm file */
  readonly tensors: number;
  /** classifier, and one file of 1,000 digits, by resolution */
  readonly digits: Readonly<Record<string, { readonly classifier: number; readonly shard: number }>>;
  /** by the plain name of the dataset */
  readonly texts: Readonly<Record<string, number>>;
  /** digits in a file, and how many files there are */
  readonly shards: { readonly size: number; readonly train: number; readonly test: number };
}

/** Whether a run is one of digits, by the raw values of its query. */
export const isDigits = (query: ReadonlyMap<string, string>): boolean =>
  plainName(query.get('model') ?? '') === 'vae' || /^(stained)?digits$/.test(plainName(query.get('dataset') ?? ''));

/** What a run downloads, by the raw values of its query; a little more than less. */
export function downloadOf(query: ReadonlyMap<string, string>, weights: Weights): number {
  const text = textOf(query);
  if (text !== null) return weights.app + (weights.texts[text] ?? 0);
  if (!isDigits(query)) return weights.app;
  const count = (key: string, fallback: number) => Math.max(0, readDecimal(query.get(key) ?? String(fallback), true) || 0);
  const { classifier, shard } = weights.digits[query.get('resolution') ?? '14'] ?? weights.digits['14'];
  const real = count('initialreal', 1000) + count('real', 1000) * (count('generations', 10) - 1);
  const { size, train, test } = weights.shards;
  const training = Math.min(train, Math.ceil((real * Math.max(1, count('replicates', 1))) / size));
  // the noise floor draws from all held-out digits
  return weights.app + weights.tensors + classifier + shard * (training + test);
}
