import type { Cloud, Host, Samples } from '../contracts';
import { EngineError } from '../errors';
import { exp } from '../math/exp';
import type { ImageSet } from './imageSets';

/** What scores of images compare: the widths of the second hidden layer, and of what comes behind it. */
export const FEATURES = 64;
const CLASSES = 10;

/** Widths of a classifier behind its side * side pixels: two hidden ReLU layers and ten logits. */
export const widthsOf = ({ hidden }: ImageSet): readonly number[] => [hidden, FEATURES, CLASSES];

/** The classifier's 64 penultimate ReLU features of images, its classes (the first where two tie) and their probabilities. */
export interface ImageFeatures {
  /** [count, side * side] -> [count, 64] */
  features(images: Samples): Cloud;
  /** [count] */
  classify(features: Cloud): Uint8Array;
  /** [count, 10] */
  probabilities(features: Cloud): Float64Array;
}

/** weights [inputs, outputs] row-major, bias [outputs] */
interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/**
 * A weight file: float32 scale and biases of each layer, then weights of each layer as int16 or int8, all little-endian; weight = scale * integer.
 * Written by tools/trainClassifier.ts.
 */
function readLayers(bytes: Uint8Array, set: ImageSet): Layer[] {
  const { side, classifier: path, weightBytes } = set;
  const widths = widthsOf(set);
  const sizes = widths.map((outputs, i) => ({ inputs: i === 0 ? side * side : widths[i - 1], outputs }));
  const header = sizes.reduce((sum, { outputs }) => sum + 1 + outputs, 0);
  const expected = 4 * header + weightBytes * sizes.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0);
  if (bytes.length !== expected) {
    throw new EngineError('asset-missing', `${path} is damaged: ${bytes.length} bytes instead of ${expected}. Reload the page.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (place: number) => (weightBytes === 1 ? view.getInt8(place) : view.getInt16(place, true));
  let front = 0;
  let back = 4 * header;
  return sizes.map(({ inputs, outputs }) => {
    const scale = view.getFloat32(front, true);
    const bias = Float64Array.from({ length: outputs }, (_, j) => view.getFloat32(front + 4 * (1 + j), true));
    const weights = Float64Array.from({ length: inputs * outputs }, (_, i) => scale * at(back + weightBytes * i));
    front += 4 * (1 + outputs);
    back += weightBytes * inputs * outputs;
    return { inputs, outputs, weights, bias };
  });
}

/**
 * One row through one layer: into = bias + row * weights, without the ReLU, summed in the order of the inputs. Blank pixels and silent
 * units cost nothing; four inputs at a time spare three of four passes over `into`.
 */
function forward({ inputs, outputs, weights, bias }: Layer, row: ArrayLike<number>, into: Float64Array): void {
  const active: number[] = [];
  for (let i = 0; i < inputs; i++) if (row[i] !== 0) active.push(i);
  into.set(bias);
  let next = 0;
  for (; next + 4 <= active.length; next += 4) {
    const [a, b, c, d] = [active[next], active[next + 1], active[next + 2], active[next + 3]];
    const [ra, rb, rc, rd] = [row[a], row[b], row[c], row[d]];
    const [wa, wb, wc, wd] = [a * outputs, b * outputs, c * outputs, d * outputs];
    for (let j = 0; j < outputs; j++) {
      into[j] = into[j] + ra * weights[wa + j] + rb * weights[wb + j] + rc * weights[wc + j] + rd * weights[wd + j];
    }
  }
  for (; next < active.length; next++) {
    const input = row[active[next]];
    const from = active[next] * outputs;
    for (let j = 0; j < outputs; j++) into[j] += input * weights[from + j];
  }
}

function relu(values: Float64Array): void {
  for (let j = 0; j < values.length; j++) if (values[j] < 0) values[j] = 0;
}

/** The logits of each row of features, always in the same array. */
function eachRow(last: Layer, { count, values }: Cloud, use: (logits: Float64Array, i: number) => void): void {
  const logits = new Float64Array(CLASSES);
  for (let i = 0; i < count; i++) {
    forward(last, values.subarray(i * FEATURES, (i + 1) * FEATURES), logits);
    use(logits, i);
  }
}

const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b));

function softmax(logits: Float64Array): Float64Array {
  const most = largest(logits);
  const powers = logits.map((logit) => exp(logit - most));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

/** By the way of loading, as the shards are. */
const opened = new WeakMap<Host['load'], Map<ImageSet, Promise<ImageFeatures>>>();

/** The feature space of a set, where somebody has opened it already; null where nobody has. */
export function imageFeaturesIfOpen(host: Host, set: ImageSet): Promise<ImageFeatures> | null {
  return opened.get(host.load)?.get(set) ?? null;
}

/** The feature space of the image scores, loaded once per host; a load that fails is forgotten, so that a later call tries again. */
export function openImageFeatures(host: Host, set: ImageSet): Promise<ImageFeatures> {
  const bySet = opened.get(host.load) ?? new Map<ImageSet, Promise<ImageFeatures>>();
  opened.set(host.load, bySet);
  const known = bySet.get(set);
  if (known) return known;
  const pending = loadFeatures(host, set);
  bySet.set(set, pending);
  pending.catch(() => bySet.delete(set));
  return pending;
}

/** Plain float64 loops, so that the same images have the same features on every backend. */
async function loadFeatures(host: Host, set: ImageSet): Promise<ImageFeatures> {
  const [first, second, last] = readLayers(await host.load(set.classifier), set);
  return {
    features({ count, dim, values }) {
      const features = new Float64Array(count * FEATURES);
      const hidden = new Float64Array(first.outputs);
      for (let i = 0; i < count; i++) {
        forward(first, values.subarray(i * dim, (i + 1) * dim), hidden);
        relu(hidden);
        forward(second, hidden, features.subarray(i * FEATURES, (i + 1) * FEATURES));
      }
      relu(features);
      return { count, dim: FEATURES, values: features };
    },
    classify(features) {
      const classes = new Uint8Array(features.count);
      eachRow(last, features, (logits, i) => {
        classes[i] = logits.indexOf(largest(logits));
      });
      return classes;
    },
    probabilities(features) {
      const probabilities = new Float64Array(features.count * CLASSES);
      eachRow(last, features, (logits, i) => probabilities.set(softmax(logits), i * CLASSES));
      return probabilities;
    },
  };
}
