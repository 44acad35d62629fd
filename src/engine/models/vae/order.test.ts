import { expect, it } from 'vitest';
import { createRng } from '../../rng';
import { permutation } from '../../samples';
import { batchRows } from './order';

/** So many rows, batch after batch of 64. */
function rowsOf(count: number, weight: Float64Array | null, batches: number, seed = 1): number[] {
  const drawn = batchRows(count, weight, 64, createRng(seed));
  return Array.from({ length: batches }, () => [...drawn.next().value]).flat();
}

/** The first `real` of `count` samples together have the weight `share`. */
const shared = (count: number, real: number, share: number) =>
  Float64Array.from({ length: count }, (_, n) => (n < real ? share / real : (1 - share) / (count - real)));

it('takes every sample once an epoch, in the epochs’ own orders, where all count the same', () => {
  const rng = createRng(1);
  const wanted = [0, 1, 2].flatMap((epoch) => [...permutation(150, rng.fork('epoch', epoch))]);
  expect(rowsOf(150, null, 7)).toEqual(wanted.slice(0, 448));
  expect(rowsOf(150, new Float64Array(150).fill(1 / 150), 7)).toEqual(wanted.slice(0, 448));
});

it.each([0.01, 0.3, 0.618, 0.99])('takes a real sample for a place with the probability %d, and none a second time before all others', (share) => {
  const [count, real] = [1053, 53];
  const weight = shared(count, real, share);
  const rows = rowsOf(count, weight, 400);
  expect(rowsOf(count, weight, 400)).toEqual(rows);
  expect(rowsOf(count, weight, 400, 2)).not.toEqual(rows);
  const ofReal = rows.filter((row) => row < real);
  expect(Math.abs(ofReal.length / rows.length - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / rows.length));
  for (const [drawn, size] of [
    [ofReal, real],
    [rows.filter((row) => row >= real), count - real],
  ] as const) {
    for (let from = 0; from + size <= drawn.length; from += size) expect(new Set(drawn.slice(from, from + size)).size).toBe(size);
  }
});

it('takes samples whose weights are all different in proportion to these', () => {
  const weight = Float64Array.of(0.05, 0.1, 0.15, 0.2, 0.5);
  const rows = rowsOf(5, weight, 500);
  for (const [row, share] of weight.entries()) {
    const part = rows.filter((drawn) => drawn === row).length / rows.length;
    expect(Math.abs(part - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / rows.length));
  }
});
