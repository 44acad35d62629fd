import type { Rng } from '../../contracts';
import { tempered } from './tempered';
import { childOf, countOf, type Ngram, NONE, Path, type Tree, treeOf } from './tree';

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
