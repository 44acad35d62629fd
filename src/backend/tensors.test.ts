import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openTensors } from './node';
import { startTensors, stopTensors } from './tensors';

const silent = { data: () => new Promise(() => {}) } as unknown as Tensor;

describe('the door to tfjs', () => {
  it('gives up on a device that never answers a read', async () => {
    const { read } = await startTensors(tf, 'cpu', undefined, 20);
    await expect(read(silent)).rejects.toMatchObject({ code: 'backend-lost' });
  });

  it('ends waiting reads as soon as the device is known to be lost', async () => {
    let lose = (_why: string) => {};
    const { read } = await startTensors(tf, 'cpu', (report) => {
      lose = report;
    });
    const waiting = read(silent);
    lose('taken away');
    await expect(waiting).rejects.toThrow('taken away');
    await expect(read(silent)).rejects.toThrow('taken away');
  });

  it('says which backend did not start', async () => {
    await expect(startTensors(tf, 'webgl')).rejects.toThrow('The webgl backend did not start');
  });

  it.each(['wasm', 'cpu'] as const)('starts %s anew after it was stopped', async (rung) => {
    const first = await openTensors(rung);
    stopTensors(first);
    const { tf: again, read } = await startTensors(tf, rung);
    const square = again.tidy(() => again.square(again.tensor1d([1, 2, 3])));
    expect([...(await read(square))]).toEqual([1, 4, 9]);
    expect(again.getBackend()).toBe(rung);
  });
});
