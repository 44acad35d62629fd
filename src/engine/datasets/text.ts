import { isRunningText } from '../chosen';
import type { Dataset, RealSource, Rng, Samples } from '../contracts';
import { byId } from '../registry';
import { permutation, pool, take } from '../samples';
import { type Corpus, corpusOf, stretch } from '../text/corpus';
import { DATASETS } from './about';

/** `count` of the samples by lot, none twice before all were drawn. */
function drawn(samples: Samples, count: number, rng: Rng): Samples {
  if (count <= samples.count) return take(samples, permutation(samples.count, rng, count));
  const rounds = Math.ceil(count / samples.count);
  return pool(
    ...Array.from({ length: rounds }, (_, round) => {
      const size = Math.min(samples.count, count - round * samples.count);
      return take(samples, permutation(samples.count, round === 0 ? rng : rng.fork('round', round), size));
    }),
  );
}

/** Lines: each set of them is drawn anew. */
function ofLines({ train, heldOut }: Corpus, replicate: Rng): RealSource {
  const tested = (count: number) => permutation(heldOut.count, replicate.fork('held-out'), Math.min(count, heldOut.count));
  return {
    initial: async (count) => drawn(train, count, replicate.fork('initial')),
    fresh: async (count, _offset, rng) => drawn(train, count, rng),
    heldOut: async (count) => take(heldOut, tested(count)),
    async heldOutPair(count) {
      const both = tested(2 * count);
      return both.length < 2 * count ? null : [take(heldOut, both.subarray(0, count)), take(heldOut, both.subarray(count))];
    },
  };
}

/** Running text: D_1 begins anywhere in it, new real samples are what follows, round and round. */
function ofRunningText({ train, heldOut, passages }: Corpus, replicate: Rng): RealSource {
  const start = replicate.fork('start').integer(train.count);
  const all = Math.max(0, passages.length - 1);
  const rowsOf = (chosen: readonly number[]) =>
    take(
      heldOut,
      chosen.flatMap((at) => Array.from({ length: passages[at + 1] - passages[at] }, (_, i) => passages[at] + i)),
    );
  return {
    initial: async (count) => stretch(train, start, count),
    fresh: async (count, offset) => stretch(train, start + offset, count),
    async heldOut(count) {
      const some = Math.min(count, all);
      return rowsOf(Array.from({ length: some }, (_, i) => Math.floor((i * all) / some)));
    },
    async heldOutPair(count) {
      if (2 * count > all) return null;
      const order = [...permutation(all, replicate.fork('held-out'), 2 * count)];
      return [rowsOf(order.slice(0, count)), rowsOf(order.slice(count))];
    },
  };
}

/** The dataset that `about.ts` describes under this id. */
function textDataset(id: string): Dataset {
  return {
    ...byId(DATASETS, id),
    open(experiment, replicate, host): RealSource {
      const source = isRunningText(experiment) ? ofRunningText : ofLines;
      const pending = corpusOf(experiment, host).then((corpus) => source(corpus, replicate));
      // whoever asks is told what went wrong
      pending.catch(() => undefined);
      return {
        initial: async (count) => (await pending).initial(count),
        fresh: async (count, offset, rng) => (await pending).fresh(count, offset, rng),
        heldOut: async (count) => (await pending).heldOut(count),
        heldOutPair: async (count) => (await pending).heldOutPair?.(count) ?? null,
      };
    },
  };
}

export const names = textDataset('names');
export const mobyDick = textDataset('moby-dick');
export const addresses = textDataset('addresses');
export const ownText = textDataset('own-text');
