import type { Dataset, Host, Rng, Samples } from '../contracts';
import { byId } from '../registry';
import { permutation } from '../samples';
import { DATASETS } from './about';
import { type Half, type ImageSet, imageSetOf, sizeOfHalf } from './imageSets';
import { imageShard, unpackImage } from './imageShards';

/**
 * Half of a set in a replicate's own order: shards shuffled, and images shuffled within each shard, so that consecutive positions need few
 * shards. Positions wrap round at the end, and repeats begin.
 */
class ShuffledImages {
  private readonly shards: Uint32Array;
  private readonly rows = new Map<number, Uint32Array>();

  constructor(
    private readonly host: Host,
    private readonly set: ImageSet,
    private readonly half: Half,
    private readonly rng: Rng,
  ) {
    this.shards = permutation(set.shards[half], rng.fork('shards'));
  }

  /** Images at positions offset .. offset + count, [count, side * side]. */
  async slice(offset: number, count: number): Promise<Samples> {
    const { side, perShard } = this.set;
    const dim = side * side;
    const values = new Float32Array(count * dim);
    const size = sizeOfHalf(this.set, this.half);
    const needed = new Set<number>();
    for (let i = 0; i < count; i++) needed.add(this.shards[Math.floor(((offset + i) % size) / perShard)]);
    const packed = new Map(
      await Promise.all([...needed].map(async (shard) => [shard, await imageShard(this.host, this.set, this.half, shard)] as const)),
    );
    for (let i = 0; i < count; i++) {
      const position = (offset + i) % size;
      const shard = this.shards[Math.floor(position / perShard)];
      unpackImage(packed.get(shard) as Uint8Array, this.set, this.rowsOf(shard)[position % perShard], values, i * dim);
    }
    return { kind: 'images', count, dim, values };
  }

  private rowsOf(shard: number): Uint32Array {
    const rows = this.rows.get(shard) ?? permutation(this.set.perShard, this.rng.fork('rows', shard));
    this.rows.set(shard, rows);
    return rows;
  }
}

/** Images in files: some to train on, others held out. */
const fromFiles = (id: string): Dataset => ({
  ...byId(DATASETS, id),
  open(experiment, replicate, host) {
    const set = imageSetOf(experiment);
    const train = new ShuffledImages(host, set, 'train', replicate.fork(set.name, 'train'));
    const test = new ShuffledImages(host, set, 'test', replicate.fork(set.name, 'test'));
    return {
      initial: (count) => train.slice(0, count),
      fresh: (count, offset) => train.slice(offset, count),
      heldOut: (count) => test.slice(0, count),
    };
  },
});

/** MNIST: 30,000 training digits for initial and fresh data, all 10,000 test digits held out (contract Sect. 1.1). */
export const digits = fromFiles('digits');

/** Ten words by a synthesiser, as pictures of their sound. */
export const speech = fromFiles('speech');
