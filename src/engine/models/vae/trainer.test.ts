import { afterEach, describe, expect, it, vi } from 'vitest';
import { gaps, type Training, trainSteps } from '../../../../test/vaeSteps';
import { openTensors } from '../../../backend/node';
import { stopTensors } from '../../../backend/tensors';
import { singleKernels, trainerOf } from './trainer';
import { VAE_STEP } from './vaeStep';

const TRAININGS: readonly [string, Training][] = [
  ['as by default', { shape: { pixels: 196, units: 128, latent: 16 }, batch: 64, drawn: 0.25 }],
  ['of images without a blank pixel', { shape: { pixels: 196, units: 128, latent: 16 }, batch: 64, drawn: 1 }],
  ['of odd sizes', { shape: { pixels: 47, units: 71, latent: 5 }, batch: 7, drawn: 0.5 }],
  ['of the smallest sizes', { shape: { pixels: 9, units: 7, latent: 2 }, batch: 5, drawn: 0.5 }],
  ['with every way to split columns', { shape: { pixels: 100, units: 44, latent: 32 }, batch: 12, drawn: 0.5 }],
];
const [, odd] = TRAININGS[2];

describe('a training step in one kernel', () => {
  it.each(TRAININGS)('%s, gives the bits of the single kernels on wasm', async (_, training) => {
    const wasm = await openTensors('wasm');
    expect(wasm.tf.getKernel(VAE_STEP, 'wasm')).toBeDefined();
    const whole = await trainSteps(wasm, trainerOf, training);
    expect(await trainSteps(wasm, singleKernels, training)).toEqual(whole);
    expect(whole.elbos[2]).toBeGreaterThan(whole.elbos[0]);
  });

  it.each(TRAININGS.slice(2))('%s, gives the numbers of tfjs on cpu', async (_, training) => {
    const whole = await trainSteps(await openTensors('wasm'), trainerOf, training);
    const cpu = await openTensors('cpu');
    const plain = await trainSteps(cpu, trainerOf, training);
    const { parameters, elbo } = gaps(whole, plain);
    expect(parameters).toBeLessThan(1e-3);
    expect(elbo).toBeLessThan(1e-5);
    await openTensors('wasm');
  });

  it('leaves nothing in the memory of tfjs', async () => {
    const wasm = await openTensors('wasm');
    const held = () => [wasm.tf.memory().numTensors, wasm.tf.memory().numDataBuffers, wasm.tf.engine().backend.numDataIds()];
    const before = held();
    await trainSteps(wasm, trainerOf, odd);
    expect(held()).toEqual(before);
  });
});

describe('where WebAssembly has no SIMD', () => {
  afterEach(() => vi.restoreAllMocks());

  it('tfjs trains with its own kernels, to the same numbers; with SIMD again, the kernel is back', async () => {
    const whole = await trainSteps(await openTensors('wasm'), trainerOf, odd);
    stopTensors(await openTensors('wasm'));
    vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse() {
      throw new WebAssembly.CompileError('Wasm SIMD unsupported');
    });
    const without = await openTensors('wasm');
    expect(without.tf.getKernel(VAE_STEP, 'wasm')).toBeUndefined();
    expect(await trainSteps(without, trainerOf, odd)).toEqual(whole);
    vi.restoreAllMocks();
    stopTensors(without);
    const again = await openTensors('wasm');
    expect(again.tf.getKernel(VAE_STEP, 'wasm')).toBeDefined();
    expect(await trainSteps(again, trainerOf, odd)).toEqual(whole);
  });
});
