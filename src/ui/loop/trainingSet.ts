import { stepsOn } from '../../engine/cures';
import type { Loop, Memory } from '../../engine/descriptions';
import { type Experiment, LIVE_KEYS, type LiveKey } from '../../engine/experiment';
import { firstRecipe, nextRecipe, poolOf, recipesOf } from '../../engine/recipe';
import { settingsAt } from '../../engine/settings';
import { STEP_KEYS } from '../../engine/steps/about';
import { treated } from '../../engine/treated';
import { listed } from '../../format';

/** What a training set is made of, and what the model adds to the next. */
export interface TrainingSet {
  readonly generation: number;
  readonly real: number;
  /** real samples that are the same in every generation, and new ones, before a random subset is taken */
  readonly fixed: number;
  readonly fresh: number;
  /** of the archive */
  readonly archived: number;
  readonly synthetic: number;
  /** what a detector is expected to leave of both; null where none looks at them */
  readonly left: { readonly real: number; readonly synthetic: number } | null;
  /** what it removes is made up for by further candidates, until the set is full again */
  readonly isRefilled: boolean;
  /** the steps that are on, by their ids */
  readonly steps: readonly string[];
  /** n_s of one generation */
  readonly drawn: number;
  /** what a random subset is drawn from; null where all are taken */
  readonly pool: number | null;
  /** the real data of D_1 stand here, not those of the loop */
  readonly initial: boolean;
  readonly memory: Memory;
  /** how many models the newest synthetic samples come from */
  readonly models: number;
}

/** The live keys that a training set depends on. */
const DECIDING: readonly LiveKey[] = ['real', 'synthetic', 'memory', 'span', ...LIVE_KEYS.filter((key) => key in STEP_KEYS)];

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
  const changes = DECIDING.some((key) => now[key] !== next[key]);
  return changes || Object.keys(held).length > 0 ? shown + 1 : shown;
}

/** D_t of a loop; of a random subset the expected parts. */
export function trainingSet(loop: Loop, given: Experiment, t: number, held: Held = {}, shown = 0): TrainingSet {
  const experiment = treated(given, loop);
  // as it will be when the value in hand is let go: generations up to the one shown stay as they were, but for a D_1 of another size
  const settings = (generation: number) => ({ ...settingsAt(experiment, generation), ...((generation > shown || 'initialReal' in held) && held) });
  const generation = Math.max(1, t);
  const first = firstRecipe(settings(1));
  const recipe = generation === 1 ? first : nextRecipe(loop, recipesOf(loop, experiment)(generation - 1), settings(generation));
  const { drawn } = generation === 1 ? nextRecipe(loop, first, settings(2)) : recipe;
  const everything = poolOf(recipe);
  const real = Math.round((recipe.size * (recipe.initial + recipe.fresh + recipe.archived)) / everything);
  const pool = recipe.size < everything ? everything : null;
  const { initial: fixed, fresh, archived, memory, models } = recipe;
  const counts = { real, fixed, fresh, archived, synthetic: recipe.size - real };
  const now = settings(Math.max(2, generation));
  return {
    generation: t,
    ...counts,
    left: generation > 1 && now.detector > 0 ? leftOf(counts, now, recipe.refills) : null,
    isRefilled: generation > 1 && recipe.refills,
    steps: stepsOn(now),
    drawn,
    pool,
    initial: generation === 1,
    memory,
    models,
  };
}

/** What a detector leaves, in the mean: what the archive gives it never sees. */
function leftOf(
  { real, archived, synthetic }: Pick<TrainingSet, 'real' | 'archived' | 'synthetic'>,
  { detector, falseAlarms }: Experiment,
  refills: boolean,
) {
  const passed = { real: (real - archived) * (1 - falseAlarms), synthetic: synthetic * (1 - detector) };
  const sum = passed.real + passed.synthetic;
  const times = refills && sum > 0 ? (real - archived + synthetic) / sum : 1;
  return { real: archived + Math.round(times * passed.real), synthetic: Math.round(times * passed.synthetic) };
}

const sizeOf = ({ real, synthetic }: TrainingSet): number => real + synthetic;

const samples = (count: number): string => (count === 1 ? 'sample' : 'samples');

/** Its own samples, and which of them; `noun` where no real ones follow. */
function ownWords({ synthetic, memory, models }: TrainingSet, noun = ''): string {
  if (models > 1) return `${synthetic}${noun} by its last ${models} models`;
  return `${memory === 'all' ? 'all ' : ''}${synthetic} of its own${noun}`;
}

/** "200 of its own and the same 64 real samples". */
function partsInWords(set: TrainingSet): string {
  const { real, fixed, fresh, archived, synthetic, pool, initial } = set;
  if (initial) return `${real} real ${samples(real)}`;
  if (pool !== null) {
    const drawn = `${sizeOf(set)} drawn at random from ${pool}`;
    return real > 0 ? `${drawn}, about ${real} of them real` : `${drawn} of its own`;
  }
  const realParts = [
    ...(fixed > 0 ? [`the same ${fixed}`] : []),
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(archived > 0 ? [`${archived} archived`] : []),
  ];
  const own = synthetic > 0 ? [ownWords(set)] : [];
  if (realParts.length > 0) return `${listed([...own, ...realParts])} real ${samples(archived || fresh || fixed)}`;
  return ownWords(set, ` ${samples(synthetic)}`);
}

/**
 * What a loop learns from, in one line of plain words.
 * @param size samples that the model was really fitted to
 * @param isNext the model of it is still to come
 */
export function learnsFrom(set: TrainingSet, size = sizeOf(set), isNext = false): string {
  const verb = isNext ? 'learns next from' : 'learns from';
  // a step between sampling and training took some away
  if (size !== sizeOf(set)) return `${verb} ${size} ${samples(size)} in all`;
  if (set.isRefilled) {
    const more = set.archived > 0 ? ` and ${set.archived} archived real ones` : '';
    return `${verb} ${size - set.archived} samples that passed the detector${more}`;
  }
  return `${verb} ${set.left ? 'what the detector leaves of ' : ''}${partsInWords(set)}`;
}

/** The diagram for a screen reader. Where steps took some away nothing is said of what they were: that is told behind it. */
export function sentence(loop: Loop, set: TrainingSet, size = sizeOf(set)): string {
  const { generation, pool, models, left } = set;
  const { real, synthetic } = left ?? set;
  const about = pool === null && left === null ? '' : ' expected';
  const from = pool === null ? '' : `, drawn at random from ${pool}`;
  const sum = size === sizeOf(set) ? `${real + synthetic} = ${real} real + ${synthetic} synthetic${about}` : `${size} ${samples(size)}`;
  return `${loop.name} loop: training set of generation ${generation}: ${sum}${from}${models > 1 ? `, of the last ${models} models` : ''}`;
}
