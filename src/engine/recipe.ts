import type { Loop, Memory } from './descriptions';
import type { Experiment, Settings } from './experiment';
import { settingsAt } from './settings';

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
  /** synthetic ones that were drawn for all earlier training sets, and those of them that stand in D_t, too */
  readonly earlier: number;
  readonly kept: number;
  readonly memory: Memory;
  /** of D_t: the sum of these, or with memory `subsample` at most n_s, a random subset */
  readonly size: number;
  /** different real samples that were drawn for D_1 to D_t, of D_1 all */
  readonly realSeen: number;
}

/** The live keys that a recipe depends on. */
export const RECIPE_KEYS = ['real', 'synthetic', 'bias', 'memory', 'span'] as const satisfies readonly (keyof Settings)[];

export type Ingredients = Pick<Experiment, 'initialReal' | (typeof RECIPE_KEYS)[number]>;

type Parts = Pick<Loop, 'parts'>;

/** All that D_t is drawn from, before a random subset is taken. */
export const poolOf = ({ initial, fresh, drawn, kept }: Recipe): number => initial + fresh + drawn + kept;

/** The recipe of D_1: the initial real data, whatever the loop. */
export function firstRecipe({ initialReal, memory, bias }: Ingredients): Recipe {
  const real = { initial: initialReal, fresh: 0, size: initialReal, realSeen: initialReal };
  return { generation: 1, ...real, drawn: 0, models: 0, bias, earlier: 0, kept: 0, memory };
}

/** The recipe behind another one, with the settings in force at its generation. */
export function nextRecipe({ parts }: Parts, before: Recipe, settings: Ingredients): Recipe {
  // the last model alone is the previous one
  const memory = settings.memory === 'last' && settings.span === 1 ? 'previous' : settings.memory;
  const generation = before.generation + 1;
  const fresh = parts.includes('fresh') ? settings.real : 0;
  const drawn = parts.includes('synthetic') ? settings.synthetic : 0;
  const earlier = before.earlier + before.drawn;
  const recipe: Recipe = {
    generation,
    initial: parts.includes('initial') ? settings.initialReal : 0,
    fresh,
    drawn,
    models: drawn === 0 ? 0 : memory === 'last' ? Math.min(settings.span, generation - 1) : 1,
    bias: settings.bias,
    earlier,
    kept: memory === 'all' || memory === 'subsample' ? earlier : 0,
    memory,
    size: 0,
    realSeen: before.realSeen + fresh,
  };
  const all = poolOf(recipe);
  return { ...recipe, size: memory === 'subsample' ? Math.min(settings.synthetic, all) : all };
}

/** Recipes that were counted, by experiment and parts: pictures ask for them again at every look. */
const counted = new WeakMap<Experiment, Map<string, Recipe[]>>();

/** The recipes of a loop by generation t >= 1: the one place that counts what a training set holds. */
export function recipesOf(loop: Parts, experiment: Experiment): (t: number) => Recipe {
  const ofExperiment = counted.get(experiment) ?? new Map<string, Recipe[]>();
  counted.set(experiment, ofExperiment);
  const key = loop.parts.join();
  const known = ofExperiment.get(key) ?? [firstRecipe(settingsAt(experiment, 1))];
  ofExperiment.set(key, known);
  return (t) => {
    while (known.length < t) known.push(nextRecipe(loop, known[known.length - 1], settingsAt(experiment, known.length + 1)));
    return known[t - 1];
  };
}

/** Whether D_t is the n_s samples of G_{t-1} and nothing else. */
export const isLastBatchAlone = (recipe: Recipe): boolean => recipe.models === 1 && recipe.drawn === poolOf(recipe);

/** How many of the models before it a training set behind generation `after` needs at most; Infinity where one draws on all generations. */
export function modelsNeeded(experiment: Experiment, after = 0): number {
  const memories = inForce(experiment, after);
  if (memories.some(({ memory }) => memory === 'all' || memory === 'subsample')) return Number.POSITIVE_INFINITY;
  return modelsDrawnFrom(experiment, after);
}

/** The most models that give samples for one training set behind generation `after`. */
export function modelsDrawnFrom(experiment: Experiment, after = 0): number {
  return Math.max(1, ...inForce(experiment, after).map(({ memory, span }) => (memory === 'last' ? span : 1)));
}

/** The settings of every stretch of the run behind generation `after`. */
function inForce(experiment: Experiment, after: number): readonly Experiment[] {
  const starts = experiment.changes.map(({ generation }) => generation).filter((generation) => generation > after + 1);
  return [after + 1, ...starts].map((t) => settingsAt(experiment, t));
}

/** The generation at which fresh real data begin to repeat, of data with `distinct` samples; null where they don't within the run. */
export function firstRepeat(loops: readonly Parts[], experiment: Experiment, distinct: number | null): number | null {
  if (distinct === null) return null;
  const recipes = loops.filter(({ parts }) => parts.includes('fresh')).map((loop) => recipesOf(loop, experiment));
  for (let t = 2; t <= experiment.generations; t++) if (recipes.some((recipeAt) => recipeAt(t).realSeen > distinct)) return t;
  return null;
}
