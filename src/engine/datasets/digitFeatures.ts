import type { Cloud, Host, Samples } from '../contracts';
import { EngineError } from '../errors';
import { exp } from '../math/exp';

/** Widths of the classifier behind its side * side pixels: two hidden ReLU layers and ten logits. */
export const CLASSIFIER_WIDTHS = [128, 64, 10] as const;
const FEATURES = CLASSIFIER_WIDTHS[1];
const CLASSES = CLASSIFIER_WIDTHS[2];

/** The classifier's 64 penultimate ReLU features of images, its classes (the lower digit where two tie) and their probabilities. */
export interface DigitFeatures {
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
 * A weight file: float32 scale and biases of each layer, then int16 weights of each layer, all little-endian; weight = scale * int16.
 * Written by tools/trainClassifier.ts.
 */
function readLayers(bytes: Uint8Array, side: number, path: string): Layer[] {
  const sizes = CLASSIFIER_WIDTHS.map((outputs, i) => ({ inputs: i === 0 ? side * side : CLASSIFIER_WIDTHS[i - 1], outputs }));
  const header = sizes.reduce((sum, { outputs }) => sum + 1 + outputs, 0);
  const expected = 4 * header + 2 * sizes.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0);
  if (bytes.length !== expected) {
    throw new EngineError('asset-missing', `${path} is damaged: ${bytes.length} bytes instead of ${expected}. Reload the page.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let front = 0;
  let back = 4 * header;
  return sizes.map(({ inputs, outputs }) => {
    const scale = view.getFloat32(front, true);
    const bias = Float64Array.from({ length: outputs }, (_, j) => view.getFloat32(front + 4 * (1 + j), true));
    const weights = Float64Array.from({ length: inputs * outputs }, (_, i) => scale * view.getInt16(back + 2 * i, true));
    front += 4 * (1 + outputs);
    back += 2 * inputs * outputs;
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
const opened = new WeakMap<Host['load'], Map<number, Promise<DigitFeatures>>>();

/** The feature space at a side, where somebody has opened it already; null where nobody has. */
export function digitFeaturesIfOpen(host: Host, side: number): Promise<DigitFeatures> | null {
  return opened.get(host.load)?.get(side) ?? null;
}

/** The feature space of the image scores, loaded once per host; a load that fails is forgotten, so that a later call tries again. */
export function openDigitFeatures(host: Host, side: number): Promise<DigitFeatures> {
  const bySide = opened.get(host.load) ?? new Map<number, Promise<DigitFeatures>>();
  opened.set(host.load, bySide);
  const known = bySide.get(side);
  if (known) return known;
  const pending = loadFeatures(host, side);
  bySide.set(side, pending);
  pending.catch(() => bySide.delete(side));
  return pending;
}

/** Plain float64 loops, so that the same images have the same features on every backend. */
async function loadFeatures(host: Host, side: number): Promise<DigitFeatures> {
  const path = `classifier/${side}.bin`;
  const [first, second, last] = readLayers(await host.load(path), side, path);
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
