import { ln } from '../../math/ln';
import { tempered } from './tempered';
import { childOf, countOf, followers, type Ngram, NONE, Path, type Tree, treeOf } from './tree';

/** How often each symbol follows a context, [alphabet]. */
function followersOf({ text, weight, alphabet }: Ngram, { sorted, start, size }: Tree, node: number): Float64Array {
  const counts = new Float64Array(alphabet);
  for (let i = start[node]; i < start[node] + size[node]; i++) counts[text[sorted[i]]] += weight ? weight[sorted[i]] : 1;
  return counts;
}

/**
 * P(s | the last symbols of `context`) of every symbol, [alphabet]: at each level with probability mu/(N(c) + mu) that of the shorter context, the
 * last of all uniform. @param context as long as one likes; its last `order` symbols count
 */
export function nextProbabilities(model: Ngram, context: ArrayLike<number>, smoothing: number, bias: number): Float64Array {
  const tree = treeOf(model);
  let probabilities = new Float64Array(model.alphabet).fill(1 / model.alphabet);
  let node = 0;
  for (let length = 0; ; length++) {
    const counts = tempered(followersOf(model, tree, node), bias);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const count = countOf(tree, node);
    const lower = smoothing / (count + smoothing);
    probabilities = probabilities.map((probability, s) => (1 - lower) * (counts[s] / total) + lower * probability);
    if (length === Math.min(model.order, context.length)) break;
    node = childOf(tree, node, context[context.length - 1 - length]);
    if (node === NONE) break;
  }
  return probabilities;
}

/**
 * -mean of log2 P(s_i | the up to `order` symbols before it) of a line; null where one of its symbols has no probability.
 * At lambda = 1 in a single scan; at others for every symbol anew.
 */
export function meanBits(model: Ngram, line: ArrayLike<number>, smoothing: number, bias = 1): number | null {
  if (line.length === 0) return null;
  const tree = treeOf(model);
  const sum = new LogProduct();
  let path = new Path(tree.depth);
  let next = new Path(tree.depth);
  for (let i = 0; i < line.length; i++) {
    const symbol = line[i];
    if (symbol >= model.alphabet) return null;
    // what ends with this symbol
    const pair = i > 0 && tree.pairs ? tree.pairs[symbol * model.alphabet + line[i - 1]] : NONE;
    if (pair >= 0) {
      next.nodes[1] = tree.parent[pair];
      next.nodes[2] = pair;
    }
    next.length = pair >= 0 ? 2 : 0;
    for (let back = next.length; back < tree.depth && back <= i; back++) {
      const node = childOf(tree, next.nodes[back], line[i - back]);
      if (node === NONE) break;
      next.nodes[++next.length] = node;
    }
    const probability =
      bias === 1
        ? probabilityOf(tree, path, next, smoothing, model)
        : nextProbabilities(
            model,
            Array.from({ length: Math.min(i, model.order) }, (_, at) => line[i - Math.min(i, model.order) + at]),
            smoothing,
            bias,
          )[symbol];
    if (probability <= 0) return null;
    sum.times(probability);
    [path, next] = [next, path];
  }
  return -sum.log() / Math.LN2 / line.length;
}

/** The logarithm of a product of many probabilities: one logarithm for some of them at a time. */
class LogProduct {
  private sum = 0;
  private product = 1;

  times(factor: number): void {
    if (factor < SMALL || this.product < SMALL) this.log();
    this.product *= factor;
  }

  log(): number {
    this.sum += ln(this.product);
    this.product = 1;
    return this.sum;
  }
}

/** The product of two numbers above it is a normal one. */
const SMALL = 1e-150;

/** -mean of log2 P(x_i | the `order` symbols before it) of the model's own text, which is circular, at lambda = 1. */
export function meanOwnBits(model: Ngram, smoothing: number): number {
  const tree = treeOf(model);
  const { leaf, parent, depth } = tree;
  const { length } = model.text;
  const sum = new LogProduct();
  let path = new Path(depth);
  let next = new Path(depth);
  const climb = (to: Path, position: number) => {
    to.length = depth;
    for (let level = depth, node = leaf[position]; level >= 0; level--, node = parent[node]) to.nodes[level] = node;
  };
  climb(path, 0);
  for (let i = 0; i < length; i++) {
    climb(next, i + 1 === length ? 0 : i + 1);
    sum.times(probabilityOf(tree, path, next, smoothing, model));
    [path, next] = [next, path];
  }
  return -sum.log() / Math.LN2 / length;
}

/** P(s | c) at lambda = 1, where `path` ends with c and `behind` with c s. */
function probabilityOf(tree: Tree, path: Path, behind: Path, smoothing: number, { order, alphabet }: Ngram): number {
  let probability = 1 / alphabet;
  for (let length = 0; length <= Math.min(path.length, order); length++) {
    const count = countOf(tree, path.nodes[length]);
    const lower = smoothing / (count + smoothing);
    const follows = length < behind.length ? followers(tree, behind.nodes[length + 1]) : 0;
    probability = (1 - lower) * (follows / count) + lower * probability;
  }
  return probability;
}
