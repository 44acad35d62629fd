import type { Rng, Samples } from './contracts';

function emptySamples({ kind, dim, values }: Samples, count: number): Samples {
  const length = count * dim;
  const empty =
    values instanceof Float64Array ? new Float64Array(length) : values instanceof Float32Array ? new Float32Array(length) : new Uint16Array(length);
  return { kind, dim, count, values: empty };
}

/** All samples of all sets, in order. The sets have one kind and dimension. */
export function pool(...sets: readonly Samples[]): Samples {
  const all = emptySamples(
    sets[0],
    sets.reduce((sum, set) => sum + set.count, 0),
  );
  let offset = 0;
  for (const set of sets) {
    all.values.set(set.values, offset);
    offset += set.values.length;
  }
  return all;
}

/** The samples at `rows`. */
export function take(samples: Samples, rows: ArrayLike<number>): Samples {
  const { dim, values } = samples;
  const taken = emptySamples(samples, rows.length);
  for (let i = 0; i < rows.length; i++) {
    taken.values.set(values.subarray(rows[i] * dim, (rows[i] + 1) * dim), i * dim);
  }
  return taken;
}

/** The first `count` entries of a random permutation of 0..size-1 (Fisher and Yates). */
export function permutation(size: number, rng: Rng, count = size): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(size - i);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order.subarray(0, count);
}
