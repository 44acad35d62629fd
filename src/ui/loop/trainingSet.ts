import type { Loop } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { firstRecipe, nextRecipe, poolOf, recipesOf } from '../../engine/recipe';
import { settingsAt } from '../../engine/settings';

/** What a training set is made of, and what the model adds to the next. */
export interface TrainingSet {
  readonly generation: number;
  readonly real: number;
  readonly synthetic: number;
  /** n_s of one generation */
  readonly drawn: number;
  /** what a random subset is drawn from; null where all are taken */
  readonly pool: number | null;
  /** the real data of D_1 stand here, not those of the loop */
  readonly initial: boolean;
  /** how many models the newest synthetic samples come from */
  readonly models: number;
}

/** The keys that a hand on a band may hold. */
export type BandKey = 'real' | 'synthetic' | 'initialReal';

export type Held = Partial<Record<BandKey, number>>;

/**
 * The generation whose training set is drawn: the one shown; the next one where a change waits for it (or is in hand); before the first,
 * what the loop is made of from generation 2 on.
 */
export function generationDrawn(experiment: Experiment, shown: number, held: Held): number {
  if (shown === 0) return 2;
  const [now, next] = [settingsAt(experiment, shown), settingsAt(experiment, shown + 1)];
  const changes = now.real !== next.real || now.synthetic !== next.synthetic || now.memory !== next.memory || now.span !== next.span;
  return changes || Object.keys(held).length > 0 ? shown + 1 : shown;
}

/** D_t of a loop; of a random subset the expected parts. */
export function trainingSet(loop: Loop, experiment: Experiment, t: number, held: Held = {}, shown = 0): TrainingSet {
  // as it will be when the value in hand is let go: generations up to the one shown stay as they were, but for a D_1 of another size
  const settings = (generation: number) => ({ ...settingsAt(experiment, generation), ...((generation > shown || 'initialReal' in held) && held) });
  const generation = Math.max(1, t);
  const first = firstRecipe(settings(1));
  const recipe = generation === 1 ? first : nextRecipe(loop, recipesOf(loop, experiment)(generation - 1), settings(generation));
  const { drawn } = generation === 1 ? nextRecipe(loop, first, settings(2)) : recipe;
  const everything = poolOf(recipe);
  const real = Math.round((recipe.size * (recipe.initial + recipe.fresh)) / everything);
  const pool = recipe.size < everything ? everything : null;
  return { generation: t, real, synthetic: recipe.size - real, drawn, pool, initial: generation === 1, models: recipe.models };
}

/** The real part in a word or two. */
export function realWords({ parts }: Loop, { initial, pool, real }: TrainingSet): string {
  if (initial) return `${real} initial`;
  const kinds = [...(parts.includes('initial') ? ['fixed'] : []), ...(parts.includes('fresh') ? ['fresh'] : [])];
  if (kinds.length === 0) return 'none';
  return pool === null ? `${real} ${kinds.join(' and ')}` : `about ${real}`;
}

/** What the memory adds, in a word or two. */
export function memoryWords({ pool, synthetic, drawn, models }: TrainingSet): string {
  if (pool !== null) return `drawn from ${pool}`;
  if (models > 1) return `of ${models} models`;
  return synthetic > drawn ? `+ ${synthetic - drawn} earlier` : '';
}

/** The diagram for a screen reader. */
export function sentence(loop: Loop, set: TrainingSet, size = set.real + set.synthetic): string {
  const { generation, real, synthetic, pool, models } = set;
  const about = pool === null ? '' : ' expected';
  const from = pool === null ? '' : `, drawn at random from ${pool}`;
  return `${loop.name} loop: training set of generation ${generation}: ${size} = ${real} real + ${synthetic} synthetic${about}${from}${models > 1 ? `, of the last ${models} models` : ''}`;
}
