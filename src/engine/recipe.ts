import { catalogue } from '#catalogue';
import type { Loop, Memory } from './contracts';
import { type Experiment, settingsAt } from './experiment';

/** What D_t is made of, in samples. */
export interface Recipe {
  /** t */
  readonly generation: number;
  /** of D_1 */
  readonly initial: number;
  /** real ones drawn for D_t alone */
  readonly fresh: number;
  /** synthetic ones that models give for D_t: n_s */
  readonly drawn: number;
  /** how many models give them, the last ones: each sample comes from one of these, chosen uniformly */
  readonly models: number;
  /** lambda, with which they give them */
  readonly bias: number;
  /** synthetic ones that were drawn for earlier training sets and stand in D_t, too */
  readonly kept: number;
  readonly memory: Memory;
  /** of D_t: the sum of these, or with memory `subsample` at most n_s, a random subset */
  readonly size: number;
  /** different real samples that were drawn for D_1 to D_t, of D_1 all */
  readonly realSeen: number;
}

/** The keys that a recipe depends on, as they are in force at generation t. */
export type Course = (t: number) => Pick<Experiment, 'initialReal' | 'real' | 'synthetic' | 'bias' | 'memory' | 'span'>;

type Parts = Pick<Loop, 'parts'>;

/** All that D_t is drawn from, before a random subset is taken. */
export const poolOf = ({ initial, fresh, drawn, kept }: Recipe): number => initial + fresh + drawn + kept;

/** The recipes of a loop by generation t >= 1: the one place that counts what a training set holds. */
export function recipesOf({ parts }: Parts, experiment: Experiment, at: Course = (t) => settingsAt(experiment, t)): (t: number) => Recipe {
  const [hasInitial, hasFresh, hasSynthetic] = (['initial', 'fresh', 'synthetic'] as const).map((part) => parts.includes(part));
  const { initialReal, memory, bias } = at(1);
  const real = { initial: initialReal, fresh: 0, size: initialReal, realSeen: initialReal };
  const known: Recipe[] = [{ generation: 1, ...real, drawn: 0, models: 0, bias, kept: 0, memory }];
  // drawn for all generations so far
  let drawnBefore = 0;
  return (t) => {
    while (known.length < t) {
      const generation = known.length + 1;
      const settings = at(generation);
      // the last model alone is the previous one
      const memory = settings.memory === 'last' && settings.span === 1 ? 'previous' : settings.memory;
      const fresh = hasFresh ? settings.real : 0;
      const drawn = hasSynthetic ? settings.synthetic : 0;
      const remembersAll = memory === 'all' || memory === 'subsample';
      const recipe: Recipe = {
        generation,
        initial: hasInitial ? settings.initialReal : 0,
        fresh,
        drawn,
        models: memory === 'last' ? Math.min(settings.span, generation - 1) : 1,
        bias: settings.bias,
        kept: remembersAll ? drawnBefore : 0,
        memory,
        size: 0,
        realSeen: known[generation - 2].realSeen + fresh,
      };
      const size = memory === 'subsample' ? Math.min(settings.synthetic, poolOf(recipe)) : poolOf(recipe);
      known.push({ ...recipe, size });
      drawnBefore += drawn;
    }
    return known[t - 1];
  };
}

/** Whether D_t is the n_s samples of G_{t-1} and nothing else. */
export const isLastBatchAlone = (recipe: Recipe): boolean => recipe.models === 1 && recipe.drawn === poolOf(recipe);

/**
 * How many of the models before it a training set of the run needs at most; Infinity where it draws on all generations.
 */
export function modelsNeeded(experiment: Experiment): number {
  let most = 1;
  for (const { memory, span } of inForce(experiment)) {
    if (memory === 'all' || memory === 'subsample') return Number.POSITIVE_INFINITY;
    if (memory === 'last') most = Math.max(most, span);
  }
  return most;
}

/** The most models that give samples for one training set of the run. */
export function modelsDrawnFrom(experiment: Experiment): number {
  return Math.max(1, ...inForce(experiment).map(({ memory, span }) => (memory === 'last' ? span : 1)));
}

/** The settings of every stretch of the run. */
const inForce = (experiment: Experiment) => [1, ...experiment.changes.map(({ generation }) => generation)].map((t) => settingsAt(experiment, t));

/** The generation at which fresh real data begin to repeat, for the data are finite; null where they don't within the run. */
export function firstRepeat(experiment: Experiment): number | null {
  const distinct = catalogue.datasets.find(({ id }) => id === experiment.dataset)?.distinct ?? null;
  if (distinct === null) return null;
  const fresh = catalogue.loops.filter(({ id, parts }) => experiment.loop.includes(id) && parts.includes('fresh'));
  const recipes = fresh.map((loop) => recipesOf(loop, experiment));
  for (let t = 2; t <= experiment.generations; t++) if (recipes.some((recipeAt) => recipeAt(t).realSeen > distinct)) return t;
  return null;
}
