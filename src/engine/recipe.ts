import type { Loop, Memory, Part } from './descriptions';
import type { Experiment, Settings } from './experiment';
import { settingsAt, settingsInForce } from './settings';
import { scheduleOf, shareAt } from './steps/schedule';
import { treated } from './treated';

/** What D_t is made of, in samples. */
export interface Recipe {
  /** t */
  readonly generation: number;
  /** of D_1 */
  readonly initial: number;
  /** real ones drawn for D_t alone */
  readonly fresh: number;
  /** real ones drawn from the archive, which holds `store` of them by now: first `shared` of D_1, and `grown` that are new in this generation */
  readonly archived: number;
  readonly store: number;
  readonly shared: number;
  readonly grown: number;
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
  /** different real samples that are set aside for D_1 to D_t, of D_1 and of the archive all */
  readonly realSeen: number;
  /** what a detector removes of D_t is made up for by further candidates, until it is full again */
  readonly refills: boolean;
  /** how D_t is thinned; none where it is whole. Only laws say so: it is a step's doing. */
  readonly sieve?: Sieve;
  /** the weight of all real samples of D_t together; none where all count the same. Only laws say so. */
  readonly realWeight?: number | 'optimal';
  /** how the synthetic samples are chosen among candidates; none where all are taken. Only laws say so. */
  readonly curated?: Curation;
}

/** A detector: each synthetic and each real sample is removed with these probabilities, alike whatever it looks like. */
export interface Sieve {
  readonly made: number;
  readonly real: number;
  /** further candidates, real and synthetic ones in the same shares, go on until D_t is full again */
  readonly refills: boolean;
  /** fewer samples than this are topped up by the model */
  readonly least: number;
}

/**
 * Somebody's choice among candidates. `density`: the fraction `keep` of the highest true density. `preference`: a candidate x passes with
 * probability exp(-(kappa/2) |x - x*|^2), where the favourite x* lies `distance` from the mean of the data.
 */
export type Curation =
  | { readonly by: 'density'; readonly keep: number }
  | { readonly by: 'preference'; readonly kappa: number; readonly distance: number };

/** The live keys that a recipe depends on. */
export const RECIPE_KEYS = ['real', 'synthetic', 'bias', 'memory', 'span'] as const satisfies readonly (keyof Settings)[];

/** The keys of steps that it depends on. */
type StepKey = 'web' | 'archive' | 'archiveDraw' | 'archiveGrowth' | 'detector' | 'refill';

export type Ingredients = Pick<Experiment, 'initialReal' | (typeof RECIPE_KEYS)[number] | StepKey>;

type Parts = Pick<Loop, 'parts' | 'treatment'>;

/** All that D_t is drawn from, before a random subset is taken. */
export const poolOf = ({ initial, fresh, archived, drawn, kept }: Recipe): number => initial + fresh + archived + drawn + kept;

/** The recipe of D_1: the initial real data, whatever the loop. */
export function firstRecipe({ initialReal, memory, bias, archive }: Ingredients): Recipe {
  const store = archive > 0 ? archive : 0;
  const real = { initial: initialReal, fresh: 0, size: initialReal, realSeen: Math.max(initialReal, store) };
  const stored = { archived: 0, store, shared: Math.min(store, initialReal), grown: 0 };
  return { generation: 1, ...real, ...stored, drawn: 0, models: 0, bias, earlier: 0, kept: 0, memory, refills: false };
}

/** The recipe behind another one, with the settings in force at its generation. */
export function nextRecipe({ parts }: Parts, before: Recipe, settings: Ingredients): Recipe {
  // the last model alone is the previous one
  const memory = settings.memory === 'last' && settings.span === 1 ? 'previous' : settings.memory;
  const generation = before.generation + 1;
  const { fresh, drawn } = newSamples(parts, settings, generation);
  const earlier = before.earlier + before.drawn;
  const grown = before.store > 0 ? settings.archiveGrowth : 0;
  const store = before.store + grown;
  const recipe: Recipe = {
    generation,
    initial: parts.includes('initial') ? settings.initialReal : 0,
    fresh,
    archived: store > 0 ? Math.min(settings.archiveDraw, store) : 0,
    store,
    shared: before.shared,
    grown,
    drawn,
    models: drawn === 0 ? 0 : memory === 'last' ? Math.min(settings.span, generation - 1) : 1,
    bias: settings.bias,
    earlier,
    kept: memory === 'all' || memory === 'subsample' ? earlier : 0,
    memory,
    size: 0,
    realSeen: before.realSeen + fresh + grown,
    refills: parts.includes('fresh') && settings.detector > 0 && settings.refill === 'true',
  };
  const all = poolOf(recipe);
  return {
    ...recipe,
    size: memory === 'subsample' ? Math.min(settings.synthetic, all) : all,
    realSeen: recipe.realSeen + spareOf(recipe),
  };
}

/** Fresh real samples and synthetic ones of D_t: as the settings say, or shared out anew by a web that fills up. */
function newSamples(parts: readonly Part[], { real, synthetic, web }: Ingredients, t: number): Pick<Recipe, 'fresh' | 'drawn'> {
  const fresh = parts.includes('fresh') ? real : 0;
  const drawn = parts.includes('synthetic') ? synthetic : 0;
  const schedule = parts.includes('fresh') && parts.includes('synthetic') ? scheduleOf(web) : null;
  if (!schedule) return { fresh, drawn };
  const made = Math.floor(shareAt(schedule, t) * (fresh + drawn) + 0.5);
  return { fresh: fresh + drawn - made, drawn: made };
}

/** Real samples that are set aside for the places of synthetic ones: those that a detector removes by mistake are looked at only, and not used up. */
const spareOf = ({ refills, drawn }: Recipe): number => (refills ? drawn : 0);

/** Where in a replicate's order of the real data D_t finds its new ones, those that the archive grows by, and those that are set aside. */
export function placesOf(recipe: Recipe): { readonly fresh: number; readonly grown: number; readonly spare: number } {
  const spare = recipe.realSeen - spareOf(recipe);
  const grown = spare - recipe.grown;
  return { fresh: grown - recipe.fresh, grown, spare };
}

/** Recipes that were counted, by experiment and parts: pictures ask for them again at every look. */
const counted = new WeakMap<Experiment, Map<string, Recipe[]>>();

/** The recipes of a loop by generation t >= 1: the one place that counts what a training set holds. */
export function recipesOf(loop: Parts, given: Experiment): (t: number) => Recipe {
  const experiment = treated(given, loop);
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
export const isLastBatchAlone = (recipe: Recipe): boolean =>
  recipe.models === 1 && recipe.drawn === poolOf(recipe) && !recipe.sieve && !recipe.curated;

/** How many of the models before it a training set behind generation `after` needs at most; Infinity where one draws on all generations. */
export function modelsNeeded(experiment: Experiment, after = 0): number {
  const memories = settingsInForce(experiment, after);
  if (memories.some(({ memory }) => memory === 'all' || memory === 'subsample')) return Number.POSITIVE_INFINITY;
  return modelsDrawnFrom(experiment, after);
}

/** The most models that give samples for one training set behind generation `after`. */
export function modelsDrawnFrom(experiment: Experiment, after = 0): number {
  return Math.max(1, ...settingsInForce(experiment, after).map(({ memory, span }) => (memory === 'last' ? span : 1)));
}

/** The generation at which fresh real data begin to repeat, of data with `distinct` samples; null where they don't within the run. */
export function firstRepeat(loops: readonly Parts[], experiment: Experiment, distinct: number | null): number | null {
  if (distinct === null) return null;
  const recipes = loops.filter(({ parts }) => parts.includes('fresh')).map((loop) => recipesOf(loop, experiment));
  for (let t = 2; t <= experiment.generations; t++) if (recipes.some((recipeAt) => recipeAt(t).realSeen > distinct)) return t;
  return null;
}
