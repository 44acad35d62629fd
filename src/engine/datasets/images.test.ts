import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Host } from '../contracts';
import type { Experiment } from '../experiment';
import { parseExperiment } from '../experimentText';
import { createRng } from '../rng';
import { openImageFeatures } from './imageFeatures';
import { imageSetOf, sizeOfHalf } from './imageSets';
import { digits, speech } from './images';

/** A host that serves public/ and keeps count of what was fetched. */
function countingHost(decode: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) {
  const fetched: { path: string; bytes: number }[] = [];
  const host: Host = {
    rung: 'cpu',
    tensors: () => Promise.reject(new Error('digits need no tensors')),
    async load(path) {
      const bytes = await readFile(`public/${path}`);
      fetched.push({ path, bytes: bytes.length });
      return decode(bytes);
    },
  };
  return { host, fetched, total: () => fetched.reduce((sum, file) => sum + file.bytes, 0) };
}

const at = (resolution: number, dataset = 'digits') => ({ resolution, dataset }) as Experiment;
const row = (values: ArrayLike<number>, dim: number, i: number) => Array.from({ length: dim }, (_, j) => values[i * dim + j]).join();

describe('digits', () => {
  it('loads at most 0.2 MB for the first generation and 1 MB for a default run', async () => {
    const { host, total } = countingHost();
    const source = digits.open(at(14), createRng(1).fork('replicate', 1), host);
    await source.initial(1000);
    await source.heldOut(1000);
    expect(total()).toBeLessThan(0.2e6);
    for (let t = 2; t <= 10; t++) await source.fresh(1000, 1000 * (t - 1), createRng(1));
    expect(total()).toBeLessThan(1e6);
  });

  it('fetches no shard twice', async () => {
    const { host, fetched } = countingHost();
    const source = digits.open(at(14), createRng(1), host);
    await Promise.all([source.initial(500), source.initial(1000), source.heldOut(64)]);
    await digits.open(at(14), createRng(1), host).initial(1000);
    expect(new Set(fetched.map(({ path }) => path)).size).toBe(fetched.length);
    expect(fetched.length).toBe(2);
  });

  it.each([14, 28])('gives pixels in [0, 1] at %i px that use the whole range', async (side) => {
    const { values, count, dim } = await digits.open(at(side), createRng(2), countingHost().host).initial(300);
    expect([count, dim, values.length]).toEqual([300, side * side, 300 * side * side]);
    expect(Array.from(values).every((value) => value >= 0 && value <= 1)).toBe(true);
    expect([values.includes(0), values.includes(1)]).toEqual([true, true]);
  });

  it('takes shards that a server has decompressed already', async () => {
    const plain = await digits.open(at(14), createRng(3), countingHost((bytes) => gunzipSync(bytes)).host).initial(100);
    const zipped = await digits.open(at(14), createRng(3), countingHost().host).initial(100);
    expect(plain.values).toEqual(zipped.values);
  });

  it('names a damaged file, and tries again at the next call', async () => {
    let broken = true;
    const { host } = countingHost((bytes) => (broken ? bytes.subarray(0, 1000) : bytes));
    const source = digits.open(at(14), createRng(3), host);
    await expect(source.initial(10)).rejects.toThrow(/digits\/14\/train-\d\d\.bin is damaged/);
    broken = false;
    expect((await source.initial(10)).count).toBe(10);
  });

  it('repeats no training digit before all 30,000 were used, then begins again in the same order', async () => {
    const { host } = countingHost();
    const source = digits.open(at(14), createRng(4), host);
    const all = await source.fresh(30_000, 0, createRng(0));
    // MNIST itself holds a few digits that are equal once averaged, hardly any
    expect(new Set(Array.from({ length: 30_000 }, (_, i) => row(all.values, 196, i))).size).toBeGreaterThan(29_990);
    const wrapped = await source.fresh(20, 29_990, createRng(0));
    expect(row(wrapped.values, 196, 10)).toBe(row(all.values, 196, 0));
  });

  it('gives replicates their own orders, and every replicate the same one again', async () => {
    const { host } = countingHost();
    const open = (replicate: number) => digits.open(at(14), createRng(5).fork('replicate', replicate), host).initial(20);
    const [first, again, other] = [await open(1), await open(1), await open(2)];
    expect(first.values).toEqual(again.values);
    expect(first.values).not.toEqual(other.values);
  });
});

it('a default run of spoken digits loads at most 350 kB, with its classifier and all that is held out', async () => {
  const { host, total } = countingHost();
  const { experiment } = parseExperiment({ dataset: 'speech' });
  const { initialReal, real, evaluation, generations } = experiment;
  const source = speech.open(experiment, createRng(1), host);
  await source.initial(initialReal);
  for (let t = 2; t <= generations; t++) await source.fresh(real, initialReal + (t - 2) * real, createRng(1));
  // two sets of as many as are scored, for the noise floor
  await source.heldOut(2 * evaluation);
  await openImageFeatures(host, imageSetOf(experiment));
  expect(total()).toBeLessThan(350_000);
});

it.each([digits, speech])('$id says how many images its files hold', ({ id, distinct, heldOut }) => {
  const set = imageSetOf(at(28, id));
  expect([distinct, heldOut]).toEqual([sizeOfHalf(set, 'train'), sizeOfHalf(set, 'test')]);
});
