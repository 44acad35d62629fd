import type { Dataset, Host, RealSource, Rng, Samples } from '../contracts';
import type { Experiment } from '../experiment';
import { byId } from '../registry';
import { permutation } from '../samples';
import { DATASETS } from './about';
import { DIGITS_PER_SHARD, type DigitSet, digitShard, SHARDS, unpackDigit } from './digitShards';

/**
 * One set of digits in a replicate's own order: shards shuffled, and digits shuffled within each shard, so that consecutive positions
 * need few shards. Positions wrap round at the end of the set, and repeats begin.
 */
class ShuffledDigits {
  private readonly shards: Uint32Array;
  private readonly rows = new Map<number, Uint32Array>();

  constructor(
    private readonly host: Host,
    private readonly side: number,
    private readonly set: DigitSet,
    private readonly rng: Rng,
  ) {
    this.shards = permutation(SHARDS[set], rng.fork('shards'));
  }

  /** Digits at positions offset .. offset + count, images [count, side * side]. */
  async slice(offset: number, count: number): Promise<Samples> {
    const dim = this.side * this.side;
    const values = new Float32Array(count * dim);
    const size = this.shards.length * DIGITS_PER_SHARD;
    const needed = new Set<number>();
    for (let i = 0; i < count; i++) needed.add(this.shards[Math.floor(((offset + i) % size) / DIGITS_PER_SHARD)]);
    const packed = new Map(
      await Promise.all([...needed].map(async (shard) => [shard, await digitShard(this.host, this.side, this.set, shard)] as const)),
    );
    for (let i = 0; i < count; i++) {
      const position = (offset + i) % size;
      const shard = this.shards[Math.floor(position / DIGITS_PER_SHARD)];
      unpackDigit(packed.get(shard) as Uint8Array, this.side, this.rowsOf(shard)[position % DIGITS_PER_SHARD], values, i * dim);
    }
    return { kind: 'images', count, dim, values };
  }

  private rowsOf(shard: number): Uint32Array {
    const rows = this.rows.get(shard) ?? permutation(DIGITS_PER_SHARD, this.rng.fork('rows', shard));
    this.rows.set(shard, rows);
    return rows;
  }
}

/** MNIST: 30,000 training digits for initial and fresh data, all 10,000 test digits held out (contract Sect. 1.1). */
export const digits: Dataset = {
  ...byId(DATASETS, 'digits'),
  open(experiment: Experiment, replicate: Rng, host: Host): RealSource {
    const train = new ShuffledDigits(host, experiment.resolution, 'train', replicate.fork('digits', 'train'));
    const test = new ShuffledDigits(host, experiment.resolution, 'test', replicate.fork('digits', 'test'));
    return {
      initial: (count) => train.slice(0, count),
      fresh: (count, offset) => train.slice(offset, count),
      heldOut: (count) => test.slice(0, count),
    };
  },
};
