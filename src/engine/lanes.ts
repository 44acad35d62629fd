import type { Dataset, GenerativeModel, Host, Ingredients, Loop, RealSource, Rng, Samples } from './contracts';
import { type Experiment, freshOffset, settingsAt } from './experiment';
import { remembersMore } from './memory';
import { pool, subsample } from './samples';

/** What all loops of one replicate share: D_1, the held-out data, the stream that everything of generation 1 draws from. */
export interface Replicate extends Omit<RealSource, 'initial'> {
  /** from 1 */
  readonly number: number;
  readonly rng: Rng;
  readonly initial: Samples;
}

/** One autophagous loop: a loop of one replicate, with its own stream from generation 2 on. */
export interface Lane {
  readonly loop: Loop;
  readonly replicate: Replicate;
  readonly rng: Rng;
}

export async function openReplicate(number: number, root: Rng, experiment: Experiment, dataset: Dataset, host: Host): Promise<Replicate> {
  const rng = root.fork('replicate', number);
  const source = dataset.open(experiment, rng, host);
  const initial = await source.initial(experiment.initialReal);
  return { number, rng, initial, fresh: source.fresh, heldOut: source.heldOut };
}

export function lanesOf(replicates: readonly Replicate[], loops: readonly Loop[]): Lane[] {
  return loops.flatMap((loop) => replicates.map((replicate) => ({ loop, replicate, rng: replicate.rng.fork('loop', loop.id) })));
}

/** The model of a lane at an earlier generation. */
export type EarlierModel = (lane: Lane, generation: number) => unknown;

/**
 * Builds training sets. Where the memory draws on more than the previous generation, now or later, the synthetic samples of all earlier
 * ones are remembered, so that their models need not be.
 */
export function createComposer(experiment: Experiment, model: GenerativeModel, host: Host, earlier: EarlierModel) {
  const remembers = remembersMore(experiment);
  const remembered = new Map<Lane, Samples[]>();

  /** The n_s samples that G_generation gave to the next training set. They depend on its model and the lane's stream alone, so they can be drawn again. */
  async function batch(lane: Lane, generation: number): Promise<Samples> {
    const { synthetic, bias } = settingsAt(experiment, generation + 1);
    const rng = lane.rng.fork(generation + 1, 'synthetic');
    const [samples] = await model.sample([{ parameters: earlier(lane, generation), count: synthetic, bias, rng }], experiment, host);
    return samples;
  }

  async function everyBatch(lane: Lane, before: number): Promise<readonly Samples[]> {
    const batches = remembered.get(lane) ?? [];
    remembered.set(lane, batches);
    while (batches.length < before - 1) batches.push(await batch(lane, batches.length + 1));
    return batches;
  }

  /** D_t of a lane, t >= 2. */
  return async function compose(lane: Lane, t: number): Promise<Samples> {
    const settings = settingsAt(experiment, t);
    const batches = remembers ? await everyBatch(lane, t) : null;
    const ingredients: Ingredients = {
      settings,
      initial: lane.replicate.initial,
      fresh: () => lane.replicate.fresh(settings.real, freshOffset(experiment, t), lane.rng.fork(t, 'real')),
      synthetic: async () => {
        if (!batches) return batch(lane, t - 1);
        return settings.memory === 'previous' ? batches[t - 2] : pool(...batches);
      },
      subsample: (everything, count) => subsample(everything, count, lane.rng.fork(t, 'subsample')),
    };
    return lane.loop.compose(ingredients);
  };
}
