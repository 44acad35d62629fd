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
