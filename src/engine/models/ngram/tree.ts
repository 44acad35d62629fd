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
export interface Tree {
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
export const NONE = -1;

/** Trees that were built: kept models are texts, and few of them are asked again. */
const built = new WeakMap<Ngram, Tree>();

export function treeOf(model: Ngram): Tree {
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
export const countOf = ({ mass, size }: Tree, node: number): number => (mass ? mass[node] : size[node]);

/** How often a context's last symbol follows the rest of it: N(c, s) of the node "c s". */
export const followers = ({ massOfLast, size }: Tree, node: number): number => (massOfLast ? massOfLast[node] : size[node]);

/** The context that is longer by `wanted` at its far end; NONE where it does not occur. */
export function childOf({ firstChild, children, symbol }: Tree, node: number, wanted: number): number {
  let low = firstChild[node];
  let high = low + children[node];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (symbol[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low < firstChild[node] + children[node] && symbol[low] === wanted ? low : NONE;
}

/** The nodes of the contexts of each length that end a text, up to the longest that occurs. */
export class Path {
  readonly nodes: Int32Array;
  /** of the longest */
  length = 0;

  constructor(depth: number) {
    this.nodes = new Int32Array(depth + 1);
  }
}
