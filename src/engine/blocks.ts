/** A loop of a replicate. */
export interface LaneName {
  readonly loop: string;
  readonly replicate: number;
}

/** The lanes of some replicates, by loop, then replicate: the order in which results stand. */
export const laneNames = (loops: readonly string[], { first, last }: Block): LaneName[] =>
  loops.flatMap((loop) => Array.from({ length: last - first + 1 }, (_, at) => ({ loop, replicate: first + at })));

/** Which part of an experiment is computed; all of it by default. Every lane gives the same numbers as it does among all. */
export interface PartOfRun {
  readonly replicates?: Block | undefined;
  /** of these replicates */
  readonly lanes?: readonly LaneName[] | undefined;
}

/** The lanes of a part, in the order of its results. */
export const lanesOf = (
  { loop, replicates: all }: { readonly loop: readonly string[]; readonly replicates: number },
  { replicates = { first: 1, last: all }, lanes }: PartOfRun,
): readonly LaneName[] => lanes ?? laneNames(loop, replicates);

/** Results of lanes, put into this order. */
export function inOrder<Lane extends LaneName>(order: readonly LaneName[], lanes: readonly Lane[]): readonly Lane[] {
  const nameOf = ({ loop, replicate }: LaneName) => `${replicate} ${loop}`;
  const found = new Map(lanes.map((lane) => [nameOf(lane), lane]));
  return order.map((lane) => found.get(nameOf(lane)) as Lane);
}

/** Collects what comes share by share: all parts of a generation, in the order of the shares, once the last of them has come; before that null. */
export function createGathering<Part>(shares: number): (at: number, generation: number, part: Part) => readonly Part[] | null {
  const waiting = new Map<number, Map<number, Part>>();
  return (at, generation, part) => {
    const parts = (waiting.get(generation) ?? new Map<number, Part>()).set(at, part);
    waiting.set(generation, parts);
    if (parts.size < shares) return null;
    waiting.delete(generation);
    return Array.from({ length: shares }, (_, share) => parts.get(share) as Part);
  };
}

/**
 * The same lanes for so many workers at most, as even as can be, the first ones with more. The lanes of a replicate stay together where they
 * can, for they share generation 1. Each share is in the order of results.
 */
export function sharesOf(lanes: readonly LaneName[], workers: number): LaneName[][] {
  const count = Math.max(1, Math.min(workers, lanes.length));
  const byReplicate = [...lanes].sort((a, b) => a.replicate - b.replicate);
  const ends = Array.from({ length: count + 1 }, (_, at) => Math.ceil((at * lanes.length) / count));
  const shares = Array.from({ length: count }, (_, at) => new Set(byReplicate.slice(ends[at], ends[at + 1])));
  return shares.map((share) => lanes.filter((lane) => share.has(lane)));
}

/** Some replicates of an experiment, numbered from 1. They give the same numbers as they do among all. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** All replicates in blocks of `size`; the last may be smaller. */
export function blocksOf(replicates: number, size: number): Block[] {
  const blocks: Block[] = [];
  for (let first = 1; first <= replicates; first += size) blocks.push({ first, last: Math.min(replicates, first + size - 1) });
  return blocks;
}
