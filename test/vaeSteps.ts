import type { TensorBackend } from '../src/engine/contracts';
import { initialParameters, type Shape } from '../src/engine/models/vae/network';
import type { trainerOf } from '../src/engine/models/vae/trainer';
import { createRng } from '../src/engine/rng';

const STEPS = 30;

export interface Training {
  readonly shape: Shape;
  readonly batch: number;
  /** share of the pixels that are not blank */
  readonly drawn: number;
}

/** Thirty steps from one seed: the parameters, and the ELBO of every tenth batch. Leaves no tensor behind. */
export async function trainSteps({ tf, read }: TensorBackend, create: typeof trainerOf, { shape, batch, drawn }: Training) {
  const rng = createRng(1);
  const pixels = rng.fork('pixels');
  const trainer = create(tf, initialParameters(shape, rng.fork('weights')), shape, { batch, beta: 0.5, learningRate: 4e-3 });
  const elbos: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const x = Float32Array.from({ length: batch * shape.pixels }, () => (pixels.uniform() < drawn ? pixels.uniform() : 0));
    const epsilon = Float32Array.from({ length: batch * shape.latent }, () => rng.normal());
    const elbo = trainer.step({ x, epsilon }, step % 10 === 0);
    if (elbo) elbos.push(...(await read(elbo)));
    elbo?.dispose();
  }
  const values = [...(await read(trainer.parameters()))];
  trainer.dispose();
  return { values, elbos };
}

export type Trained = Awaited<ReturnType<typeof trainSteps>>;

/** How far two trainings are apart in float32 on devices that sum in other orders: of 99 % of the parameters, and relative of the ELBO. */
export function gaps(one: Trained, other: Trained) {
  // the last percent: Adam takes a slope of rounding error alone for as good as any other
  const apart = one.values.map((value, i) => Math.abs(value - other.values[i])).toSorted((a, b) => a - b);
  const relative = one.elbos.map((elbo, i) => Math.abs(elbo / other.elbos[i] - 1));
  return { parameters: apart[Math.floor(apart.length * 0.99)], elbo: Math.max(...relative) };
}
