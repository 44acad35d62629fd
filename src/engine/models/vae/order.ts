import type { Rng } from '../../contracts';
import { permutation } from '../../samples';

/**
 * Rows of one batch after the other, for ever. Samples of equal weight are a group (the real and the synthetic samples of a training set): each
 * place of a batch is drawn from a group with the probability of its total weight, and within a group every sample comes once an epoch, each
 * epoch in a new order. So the loss of a batch is in the mean the weighted one of the training set. Without weights all samples are one group.
 * A batch may span two epochs, so all have one size.
 * @param weight [count], sum 1; null: all samples count the same
 */
export function* batchRows(count: number, weight: Float64Array | null, batch: number, rng: Rng): Generator<Uint32Array, never> {
  const groups = groupsOf(count, weight);
  const isOne = groups.length === 1;
  const orders = groups.map(({ rows }, at) => inEpochs(rows, isOne ? rng : rng.fork('group', at)));
  const drawn = rng.fork('place');
  const nextGroup = () => {
    let at = 0;
    for (let left = drawn.uniform() - groups[0].weight; left >= 0 && at < groups.length - 1; left -= groups[at].weight) at++;
    return at;
  };
  for (;;) yield Uint32Array.from({ length: batch }, () => orders[isOne ? 0 : nextGroup()].next().value);
}

interface Group {
  readonly rows: readonly number[];
  /** of all its samples */
  readonly weight: number;
}

/** Samples of equal weight, in the order in which the weights come. */
function groupsOf(count: number, weight: Float64Array | null): readonly Group[] {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < count; row++) {
    const share = weight ? weight[row] : 1 / count;
    const rows = groups.get(share);
    if (rows) rows.push(row);
    else groups.set(share, [row]);
  }
  return Array.from(groups, ([share, rows]) => ({ rows, weight: share * rows.length }));
}

/** Each of `rows` once an epoch, for ever. */
function* inEpochs(rows: readonly number[], rng: Rng): Generator<number, never> {
  for (let epoch = 0; ; epoch++) for (const place of permutation(rows.length, rng.fork('epoch', epoch))) yield rows[place];
}
