import type { Dataset, GenerativeModel, Host, Ingredients, Loop, RealSource, Rng, Samples } from './contracts';
import { EngineError } from './errors';
import { type Experiment, freshOffset, settingsAt } from './experiment';
import { pool, subsample } from './samples';

/** Bytes of training data at once that a small computer can hold beside all else. */
const MEMORY_LIMIT = 1e9;

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

/** Refuses, before anything runs, an experiment whose training sets would not fit: `lanes` of them are held at once. */
export function assertFits(experiment: Experiment, lanes: number, width: number): void {
  let remembered = 0;
  for (let t = 2; t <= experiment.generations; t++) {
    const { memory, synthetic, real, initialReal } = settingsAt(experiment, t);
    remembered += synthetic;
    const size = Math.max(initialReal, real) + (memory === 'previous' ? synthetic : remembered);
    const bytes = 8 * width * size * lanes;
    if (bytes <= MEMORY_LIMIT) continue;
    const need = `${lanes} training sets of ${size} samples at generation ${t} (memory=${memory}) need ${(bytes / 1e9).toFixed(1)} GB`;
    throw new EngineError('too-large', `${need}; at most ${MEMORY_LIMIT / 1e9} GB are taken. Lower synthetic, generations, replicates or dim.`);
  }
}

/** The kept model of a lane at a generation. */
export type KeptModel = (lane: Lane, generation: number) => unknown;

/** Builds training sets; remembers the synthetic samples of earlier generations where the memory needs them. */
export function createComposer(experiment: Experiment, model: GenerativeModel, host: Host, kept: KeptModel) {
  const remembered = new Map<Lane, Samples[]>();

  /** The n_s samples that G_generation gave to the next training set. They depend on the kept model and the lane's stream alone, so they can be drawn again. */
  async function batch(lane: Lane, generation: number): Promise<Samples> {
    const { synthetic, bias } = settingsAt(experiment, generation + 1);
    const rng = lane.rng.fork(generation + 1, 'synthetic');
    const [samples] = await model.sample([{ parameters: kept(lane, generation), count: synthetic, bias, rng }], experiment, host);
    return samples;
  }

  async function everyBatch(lane: Lane, before: number): Promise<Samples> {
    const batches = remembered.get(lane) ?? [];
    remembered.set(lane, batches);
    while (batches.length < before - 1) batches.push(await batch(lane, batches.length + 1));
    return pool(...batches);
  }

  /** D_t of a lane, t >= 2. */
  return async function compose(lane: Lane, t: number): Promise<Samples> {
    const settings = settingsAt(experiment, t);
    const ingredients: Ingredients = {
      settings,
      initial: lane.replicate.initial,
      fresh: () => lane.replicate.fresh(settings.real, freshOffset(experiment, t), lane.rng.fork(t, 'real')),
      synthetic: () => (settings.memory === 'previous' ? batch(lane, t - 1) : everyBatch(lane, t)),
      subsample: (everything, count) => subsample(everything, count, lane.rng.fork(t, 'subsample')),
    };
    return lane.loop.compose(ingredients);
  };
}
