import type { Rng } from '../../contracts';
import { exp } from '../../math/exp';
import { ln } from '../../math/ln';

/** A fitted model: its training text, and how long contexts are. Symbols are indices into the alphabet, in its order. */
export interface Ngram {
  /** circular: the last symbols precede the first */
  readonly text: Uint16Array;
  /** how much each position counts, mean 1; null: each counts 1 */
  readonly weight: Float64Array | null;
  /** symbols of the longest context */
  readonly order: number;
  /** symbols of the alphabet */
  readonly alphabet: number;
}

/**
 * All contexts of a text as a tree. A node is a context; its children are one symbol longer, at the far end. Positions are sorted by what stands
 * before them, the nearest symbol first: so those behind one context are a stretch [start, start + size) of `sorted`. It is one level deeper than
 * contexts are long: the node of a context with a symbol behind it says how often that symbol follows.
 */
interface Tree {
  readonly depth: number;
  /** [n] */
  readonly sorted: Uint32Array;
  /** [n]: the deepest node of each position */
  readonly leaf: Uint32Array;
  /** [nodes], level by level, the root first; those of one parent by symbol */
  readonly start: Uint32Array;
  readonly size: Uint32Array;
  readonly parent: Uint32Array;
  /** the symbol at the far end */
  readonly symbol: Uint16Array;
  readonly firstChild: Uint32Array;
  readonly children: Uint32Array;
  /** contexts of two symbols by both, the nearer one first, [alphabet, alphabet]: most searches go through them. Null for large alphabets. */
  readonly pairs: Int32Array | null;
  /** what the positions behind a context weigh, and the last symbols of it; null: each 1 */
  readonly mass: Float64Array | null;
  readonly massOfLast: Float64Array | null;
  /** [n + 1]: what the sorted positions weigh up to each; null: each 1 */
  readonly cumulative: Float64Array | null;
}

/** No node: a context that does not occur. */
const NONE = -1;

/** Trees that were built: kept models are texts, and few of them are asked again. */
const built = new WeakMap<Ngram, Tree>();

function treeOf(model: Ngram): Tree {
  const known = built.get(model);
  if (known) return known;
  const tree = build(model);
  built.set(model, tree);
  return tree;
}

/** Positions by what stands `depth` symbols before them and nearer, the nearest first: counting sorts, the farthest first. */
function sortPositions({ text, alphabet }: Ngram, depth: number): Uint32Array {
  const { length } = text;
  let sorted = Uint32Array.from({ length }, (_, i) => i);
  let next = new Uint32Array(length);
  const places = new Uint32Array(alphabet + 1);
  for (let back = depth; back > 0; back--) {
    const away = back % length;
    places.fill(0);
    for (let i = 0; i < length; i++) places[text[i] + 1]++;
    for (let symbol = 0; symbol < alphabet; symbol++) places[symbol + 1] += places[symbol];
    for (let i = 0; i < length; i++) {
      const position = sorted[i];
      const at = position < away ? position - away + length : position - away;
      next[places[text[at]]++] = position;
    }
    [sorted, next] = [next, sorted];
  }
  return sorted;
}

function build(model: Ngram): Tree {
  const { text, weight, order } = model;
  const { length } = text;
  const depth = order + 1;
  const sorted = sortPositions(model, depth);
  const before = (position: number, back: number): number => text[(((position - back) % length) + length) % length];

  // how many symbols two neighbours have in common, and so on which levels the second begins a node
  const common = new Uint8Array(length);
  const count = new Uint32Array(depth + 1);
  count[0] = 1;
  for (let i = 0; i < length; i++) {
    let same = 0;
    if (i > 0) while (same < depth && before(sorted[i - 1], same + 1) === before(sorted[i], same + 1)) same++;
    common[i] = same;
    for (let level = same + 1; level <= depth; level++) count[level]++;
  }
  const next = new Uint32Array(depth + 1);
  for (let level = 1; level <= depth; level++) next[level] = next[level - 1] + count[level - 1];
  const nodes = next[depth] + count[depth];

  const start = new Uint32Array(nodes);
  const size = new Uint32Array(nodes);
  const parent = new Uint32Array(nodes);
  const symbol = new Uint16Array(nodes);
  const firstChild = new Uint32Array(nodes);
  const children = new Uint32Array(nodes);
  const leaf = new Uint32Array(length);
  const mass = weight && new Float64Array(nodes);
  const massOfLast = weight && new Float64Array(nodes);
  const cumulative = weight && new Float64Array(length + 1);
  const current = new Uint32Array(depth + 1);
  for (let i = 0; i < length; i++) {
    const position = sorted[i];
    for (let level = common[i] + 1; level <= depth; level++) {
      const node = next[level]++;
      const above = current[level - 1];
      start[node] = i;
      parent[node] = above;
      symbol[node] = before(position, level);
      if (children[above]++ === 0) firstChild[above] = node;
      current[level] = node;
    }
    for (let level = 0; level <= depth; level++) size[current[level]]++;
    leaf[position] = current[depth];
    if (!weight || !mass || !massOfLast || !cumulative) continue;
    const own = weight[position];
    const last = weight[position === 0 ? length - 1 : position - 1];
    cumulative[i + 1] = cumulative[i] + own;
    for (let level = 0; level <= depth; level++) {
      mass[current[level]] += own;
      massOfLast[current[level]] += last;
    }
  }
  const tree = { depth, sorted, leaf, start, size, parent, symbol, firstChild, children, mass, massOfLast, cumulative };
  return { ...tree, pairs: depth > 1 && model.alphabet <= MOST_IN_PAIRS ? pairsOf(tree, model.alphabet) : null };
}

const MOST_IN_PAIRS = 64;

function pairsOf({ firstChild, children, symbol }: Pick<Tree, 'firstChild' | 'children' | 'symbol'>, alphabet: number): Int32Array {
  const pairs = new Int32Array(alphabet * alphabet).fill(NONE);
  for (let near = firstChild[0]; near < firstChild[0] + children[0]; near++)
    for (let far = firstChild[near]; far < firstChild[near] + children[near]; far++) pairs[symbol[near] * alphabet + symbol[far]] = far;
  return pairs;
}

/** How often a context occurs, by weight: N(c). */
const countOf = ({ mass, size }: Tree, node: number): number => (mass ? mass[node] : size[node]);

/** How often a context's last symbol follows the rest of it: N(c, s) of the node "c s". */
const followers = ({ massOfLast, size }: Tree, node: number): number => (massOfLast ? massOfLast[node] : size[node]);

/** The context that is longer by `wanted` at its far end; NONE where it does not occur. */
function childOf({ firstChild, children, symbol }: Tree, node: number, wanted: number): number {
  let low = firstChild[node];
  let high = low + children[node];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (symbol[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low < firstChild[node] + children[node] && symbol[low] === wanted ? low : NONE;
}

/** N^(1/lambda) up to a factor, of counts [length]; at lambda = 0 the largest alone, the first of equals. */
function tempered(counts: Float64Array, bias: number): Float64Array {
  let largest = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i] > counts[largest]) largest = i;
  if (bias === 0) return counts.map((_, i) => (i === largest ? 1 : 0));
  if (bias === 1) return counts;
  return counts.map((count) => (count > 0 ? exp(ln(count / counts[largest]) / bias) : 0));
}

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

/** The nodes of the contexts of each length that end a text, up to the longest that occurs. */
class Path {
  readonly nodes: Int32Array;
  /** of the longest */
  length = 0;

  constructor(depth: number) {
    this.nodes = new Int32Array(depth + 1);
  }
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

/** Symbols that follow a context, one position of each, with their tempered counts summed up. */
interface Followers {
  readonly positions: Uint32Array;
  readonly cumulative: Float64Array;
}

/** What a model writes, symbol by symbol, from the context of a position of its text drawn at random. */
export class Writer {
  private readonly tree: Tree;
  private path: Path;
  private next: Path;
  /** the last symbols, in a ring of `order` */
  private readonly last: Uint16Array;
  private written = 0;
  private readonly known = new Map<number, Followers>();

  constructor(
    private readonly model: Ngram,
    private readonly smoothing: number,
    private readonly bias: number,
    private readonly rng: Rng,
  ) {
    this.tree = treeOf(model);
    this.path = new Path(this.tree.depth);
    this.next = new Path(this.tree.depth);
    const { text, order } = model;
    const position = rng.integer(text.length);
    this.last = new Uint16Array(Math.max(1, order));
    for (let back = order; back > 0; back--) this.remember(text[(((position - back) % text.length) + text.length) % text.length]);
    this.climb(this.path, position, order);
  }

  write(): number {
    const { tree, path, smoothing, rng } = this;
    let level = path.length;
    while (level >= 0 && smoothing > 0 && rng.uniform() * (countOf(tree, path.nodes[level]) + smoothing) < smoothing) level--;
    const { text, alphabet, order } = this.model;
    let symbol: number;
    if (level < 0) {
      symbol = rng.integer(alphabet);
      this.next.length = 0;
    } else {
      const position = this.choose(path.nodes[level]);
      symbol = text[position];
      this.climb(this.next, position + 1 === text.length ? 0 : position + 1, Math.min(order, level + 1));
    }
    // a context that does not occur is not part of a longer one that does
    const longest = Math.min(order, path.length + 1);
    const { next } = this;
    while (next.length < longest) {
      const node = childOf(tree, next.nodes[next.length], next.length === 0 ? symbol : this.back(next.length));
      if (node === NONE) break;
      next.nodes[++next.length] = node;
    }
    this.remember(symbol);
    this.next = path;
    this.path = next;
    return symbol;
  }

  private remember(symbol: number): void {
    this.last[this.written++ % this.last.length] = symbol;
  }

  /** The symbol so far back, 1 = the last. */
  private back(steps: number): number {
    const { length } = this.last;
    return this.last[(this.written - steps + length) % length];
  }

  /** The contexts before a position, up to a length. */
  private climb(path: Path, position: number, length: number): void {
    const { parent, leaf, depth } = this.tree;
    let node = leaf[position];
    for (let level = depth; level > 0; level--) {
      if (level <= length) path.nodes[level] = node;
      node = parent[node];
    }
    path.nodes[0] = 0;
    path.length = length;
  }

  /** A position behind a context: its symbol is drawn by its tempered count. */
  private choose(node: number): number {
    const { start, size, sorted, cumulative } = this.tree;
    const first = start[node];
    const count = size[node];
    if (count === 1) return sorted[first];
    if (this.bias !== 1) {
      const followers = this.followersOf(node);
      return followers.positions[search(followers.cumulative, 0, followers.positions.length, this.rng.uniform())];
    }
    if (!cumulative) return sorted[first + this.rng.integer(count)];
    return sorted[search(cumulative, first, count, this.rng.uniform())];
  }

  private followersOf(node: number): Followers {
    const known = this.known.get(node);
    if (known) return known;
    const { text, weight } = this.model;
    const { start, size, sorted } = this.tree;
    const counts = new Map<number, { position: number; count: number }>();
    for (let i = start[node]; i < start[node] + size[node]; i++) {
      const position = sorted[i];
      const own = weight ? weight[position] : 1;
      const entry = counts.get(text[position]);
      if (entry) entry.count += own;
      else counts.set(text[position], { position, count: own });
    }
    const entries = [...counts].sort(([a], [b]) => a - b).map(([, entry]) => entry);
    const chances = tempered(
      Float64Array.from(entries, ({ count }) => count),
      this.bias,
    );
    const cumulative = new Float64Array(entries.length + 1);
    for (let i = 0; i < entries.length; i++) cumulative[i + 1] = cumulative[i] + chances[i];
    const followers = { positions: Uint32Array.from(entries, ({ position }) => position), cumulative };
    this.known.set(node, followers);
    return followers;
  }
}

/** Where among `count` parts from `first` on, of sums [.., first + count], a part `u` of all of them lies. */
function search(cumulative: Float64Array, first: number, count: number, u: number): number {
  const wanted = cumulative[first] + u * (cumulative[first + count] - cumulative[first]);
  let low = first;
  let high = first + count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle + 1] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
