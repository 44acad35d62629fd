import type { Dataset, GenerativeModel, Host, Loop, Part, RealSource, Rng, Samples } from './contracts';
import type { Experiment } from './experiment';
import { modelsNeeded, type Recipe, recipesOf } from './recipe';
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
 * Builds training sets by their recipes. Where some training set, now or later, draws on the synthetic samples of all generations, these are
 * remembered, so that their models need not be.
 */
export function createComposer(experiment: Experiment, model: GenerativeModel, host: Host, earlier: EarlierModel) {
  const remembers = modelsNeeded(experiment) === Number.POSITIVE_INFINITY;
  const remembered = new Map<Lane, Samples[]>();
  const recipes = new Map<Loop, (t: number) => Recipe>();

  function recipeOf({ loop }: Lane, t: number): Recipe {
    const recipeAt = recipes.get(loop) ?? recipesOf(loop, experiment);
    recipes.set(loop, recipeAt);
    return recipeAt(t);
  }

  /**
   * The n_s samples that models give for D_t, those of the newest first. They depend on these models and the lane's stream alone, so they can
   * be drawn again.
   */
  async function draw(lane: Lane, t: number): Promise<Samples> {
    const { drawn, models, bias } = recipeOf(lane, t);
    const rng = lane.rng.fork(t, 'synthetic');
    const jobs = shareOut(drawn, models, rng.fork('model')).map((count, age) => {
      return { parameters: earlier(lane, t - 1 - age), count, bias, rng: age === 0 ? rng : rng.fork(age) };
    });
    const asked = jobs.filter(({ count }) => count > 0);
    return pool(...(await model.sample(asked, experiment, host)));
  }

  async function everyDraw(lane: Lane, upTo: number): Promise<readonly Samples[]> {
    const draws = remembered.get(lane) ?? [];
    remembered.set(lane, draws);
    while (draws.length < upTo - 1) draws.push(await draw(lane, draws.length + 2));
    return draws;
  }

  /** D_t of a lane, t >= 2. */
  return async function compose(lane: Lane, t: number): Promise<Samples> {
    const recipe = recipeOf(lane, t);
    const ingredients: Record<Part, () => Promise<Samples>> = {
      initial: async () => lane.replicate.initial,
      fresh: () => lane.replicate.fresh(recipe.fresh, recipe.realSeen - recipe.fresh, lane.rng.fork(t, 'real')),
      synthetic: async () => {
        if (!remembers) return draw(lane, t);
        const draws = await everyDraw(lane, t);
        return recipe.kept > 0 ? pool(...draws) : draws[t - 2];
      },
    };
    const sets: Samples[] = [];
    for (const part of lane.loop.parts) sets.push(await ingredients[part]());
    const everything = pool(...sets);
    return recipe.memory === 'subsample' ? subsample(everything, recipe.size, lane.rng.fork(t, 'subsample')) : everything;
  };
}

/** How many of `count` samples come from each of `models` models: for every sample one of them is chosen. */
function shareOut(count: number, models: number, rng: Rng): number[] {
  const shares = new Array<number>(models).fill(0);
  if (models === 1) shares[0] = count;
  else for (let i = 0; i < count; i++) shares[rng.integer(models)]++;
  return shares;
}
