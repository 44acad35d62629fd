import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../engine/rng';
import { openTensors } from '../node';
import { BINARY } from './binary';
import type { Kernels } from './kernels';

const memory = new WebAssembly.Memory({ initial: 40 });
const numbers = new Float32Array(memory.buffer);
let kernels: Kernels;

beforeAll(async () => {
  const { instance } = await WebAssembly.instantiate(Buffer.from(BINARY, 'base64'), { env: { memory } });
  kernels = instance.exports as unknown as Kernels;
});

/** Puts numbers at an address. */
const put = (address: number, values: ArrayLike<number>) => numbers.set(values, address / 4);
const get = (address: number, count: number) => numbers.slice(address / 4, address / 4 + count);

it('the sigmoid has the bits of tfjs’s, at the ends of the range of numbers too', async () => {
  const rng = createRng(1);
  const ends = [0, 1e-45, 1e-38, 1, 17, 87.336, 87.33654, 87.33655, 88.8, 104, 3.4e38, Infinity].flatMap((x) => [x, -x]);
  const logits = Float32Array.from([...ends, ...Array.from({ length: 40_000 }, () => 12 * rng.normal())]);
  put(0, logits);
  put(400_000, new Float32Array(logits.length));
  kernels.pixelErrors(0, 400_000, logits.length, 1);
  const { tf, read } = await openTensors('wasm');
  const tensor = tf.sigmoid(tf.tensor1d(logits));
  expect(get(0, logits.length)).toEqual(await read(tensor));
  tensor.dispose();
});

describe('products of what is listed', () => {
  const rng = createRng(2);
  const random = (count: number, density: number) => Float32Array.from({ length: count }, () => (rng.uniform() < density ? rng.normal() : 0));

  it.each([1, 3, 8, 15, 16, 17, 23, 24, 25, 28, 32, 41, 45, 46, 47, 48, 49, 64, 71, 196])('take their terms in order: %i columns', (columns) => {
    const [rows, steps] = [5, 11];
    const [left, right, bias, gate] = [random(rows * steps, 0.5), random(steps * columns, 1), random(columns, 1), random(rows * columns, 1)];
    const [table, lists, sizes, panel, a, b, c, g, out] = [0, 1024, 8192, 16_384, 65_536, 131_072, 196_608, 262_144, 327_680];
    put(a, left);
    put(b, right);
    put(c, bias);
    put(g, gate);
    kernels.fillTable(table);
    expect(kernels.list(a, rows, steps, lists, sizes, table)).toBe(left.filter((value) => value !== 0).length);
    const sum = (row: number, column: number) => {
      let total = bias[column];
      for (let i = 0; i < steps; i++) total = Math.fround(total + Math.fround(left[row * steps + i] * right[i * columns + column]));
      return total;
    };
    const sums = Float32Array.from({ length: rows * columns }, (_, i) => sum(Math.floor(i / columns), i % columns));
    const results = () => get(out, rows * columns);
    kernels.product(lists, sizes, rows, steps, b, columns, c, false, 0, out, panel);
    expect(results()).toEqual(sums);
    kernels.product(lists, sizes, rows, steps, b, columns, c, true, 0, out, panel);
    expect(results()).toEqual(sums.map((value) => Math.max(0, value)));
    kernels.product(lists, sizes, rows, steps, b, columns, c, false, g, out, panel);
    expect(results()).toEqual(sums.map((value, i) => (gate[i] > 0 ? value : 0)));
  });
});

it.each([
  [8, 12],
  [5, 7],
  [3, 2],
  [4, 1],
])('rows become columns: %i × %i', (rows, columns) => {
  put(
    0,
    Array.from({ length: rows * columns }, (_, i) => i),
  );
  kernels.transpose(0, rows, columns, 1024);
  expect([...get(1024, rows * columns)]).toEqual(Array.from({ length: rows * columns }, (_, i) => (i % rows) * columns + Math.floor(i / rows)));
});
