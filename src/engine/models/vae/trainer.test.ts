import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTensors } from '../../../backend/node';
import { stopTensors } from '../../../backend/tensors';
import type { TensorBackend } from '../../contracts';
import { createRng } from '../../rng';
import { initialParameters, type Shape } from './network';
import { singleKernels, type Trainer, trainerOf } from './trainer';
import { VAE_STEP } from './vaeStep';

const STEPS = 30;

/** Images of which about `drawn` is not blank. */
const imagesOf = (count: number, drawn: number) => {
  const rng = createRng(2);
  return Float32Array.from({ length: count }, () => (rng.uniform() < drawn ? rng.uniform() : 0));
};

async function trained({ tf, read }: TensorBackend, create: typeof trainerOf, shape: Shape, batch: number, drawn: number) {
  const rng = createRng(1);
  const trainer: Trainer = create(tf, initialParameters(shape, rng.fork('weights')), shape, { batch, beta: 0.5, learningRate: 4e-3 });
  const elbos: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const epsilon = Float32Array.from({ length: batch * shape.latent }, () => rng.normal());
    const elbo = trainer.step({ x: imagesOf(batch * shape.pixels, drawn), epsilon }, step % 10 === 0);
    if (elbo) elbos.push(...(await read(elbo)));
    elbo?.dispose();
  }
  const values = [...(await read(trainer.parameters()))];
  trainer.dispose();
  return { values, elbos };
}

const SHAPES = [
  ['as by default', { pixels: 196, units: 128, latent: 16 }, 64, 0.25],
  ['of images without a blank pixel', { pixels: 196, units: 128, latent: 16 }, 64, 1],
  ['of odd sizes', { pixels: 47, units: 71, latent: 5 }, 7, 0.5],
  ['of the smallest sizes', { pixels: 9, units: 7, latent: 2 }, 5, 0.5],
  ['with every way to split columns', { pixels: 100, units: 44, latent: 32 }, 12, 0.5],
] as const;

describe('a training step in one kernel', () => {
  it.each(SHAPES)('%s, gives the bits of the single kernels on wasm', async (_, shape, batch, drawn) => {
    const wasm = await openTensors('wasm');
    expect(wasm.tf.getKernel(VAE_STEP, 'wasm')).toBeDefined();
    const whole = await trained(wasm, trainerOf, shape, batch, drawn);
    expect(await trained(wasm, singleKernels, shape, batch, drawn)).toEqual(whole);
    expect(whole.elbos[2]).toBeGreaterThan(whole.elbos[0]);
  });

  it.each(SHAPES.slice(2))('%s, gives the numbers of tfjs on cpu', async (_, shape, batch, drawn) => {
    const whole = await trained(await openTensors('wasm'), trainerOf, shape, batch, drawn);
    const cpu = await openTensors('cpu');
    const plain = await trained(cpu, trainerOf, shape, batch, drawn);
    // float32: sums in another order; Adam takes a slope of rounding error alone for as good as any other
    const apart = whole.values.map((value, i) => Math.abs(value - plain.values[i])).toSorted((a, b) => a - b);
    expect(apart[Math.floor(apart.length * 0.99)]).toBeLessThan(1e-3);
    whole.elbos.forEach((elbo, i) => {
      expect(elbo).toBeCloseTo(plain.elbos[i], 3);
    });
    await openTensors('wasm');
  });

  it('leaves nothing in the memory of tfjs', async () => {
    const wasm = await openTensors('wasm');
    const held = () => [wasm.tf.memory().numTensors, wasm.tf.memory().numDataBuffers, wasm.tf.engine().backend.numDataIds()];
    const before = held();
    await trained(wasm, trainerOf, SHAPES[2][1], 7, 0.5);
    expect(held()).toEqual(before);
  });
});

describe('where WebAssembly has no SIMD', () => {
  afterEach(() => vi.restoreAllMocks());

  it('tfjs trains with its own kernels, to the same numbers; with SIMD again, the kernel is back', async () => {
    const [, shape, batch, drawn] = SHAPES[2];
    const whole = await trained(await openTensors('wasm'), trainerOf, shape, batch, drawn);
    stopTensors(await openTensors('wasm'));
    vi.spyOn(WebAssembly, 'Module').mockImplementation(function refuse() {
      throw new WebAssembly.CompileError('Wasm SIMD unsupported');
    });
    const without = await openTensors('wasm');
    expect(without.tf.getKernel(VAE_STEP, 'wasm')).toBeUndefined();
    expect(await trained(without, trainerOf, shape, batch, drawn)).toEqual(whole);
    vi.restoreAllMocks();
    stopTensors(without);
    const again = await openTensors('wasm');
    expect(again.tf.getKernel(VAE_STEP, 'wasm')).toBeDefined();
    expect(await trained(again, trainerOf, shape, batch, drawn)).toEqual(whole);
  });
});
