import type { Recipe } from '../recipe';
import { binomial, type Outcome } from './binomial';
import type { Fit, LoopMoments } from './moments';
import { optimalWeight } from './optimalWeight';

/** Up to so many samples of an origin the law sums over all that a detector may leave of them; of more it takes the expected number. */
const SUMMED = 2000;
/** Outcomes less probable than this are left out. */
const NEGLIGIBLE = 1e-18;
/** Where a detector passes less than this share of the candidates, refilling may end before the set is full. */
const LEAST_PASSED = 0.01;

/** Whether D_t holds archive samples, is thinned, or weighs: then `momentLaw` does not hold. */
export const isCured = ({ archived, sieve, realWeight }: Recipe): boolean => archived > 0 || sieve !== undefined || realWeight !== undefined;

/** Why the law of cures does not hold with a recipe; null where it does. */
export function whyNotCured({ memory, sieve, initial, fresh, drawn }: Recipe): string | null {
  if (memory === 'all' || memory === 'subsample') return 'with a cure known for the memories previous and last only';
  if (!sieve?.refills) return null;
  if (initial > 0) return 'not known for a detector that refills beside fixed real data';
  const passed = fresh * (1 - sieve.real) + drawn * (1 - sieve.made);
  return passed < LEAST_PASSED * (fresh + drawn) ? 'not known for a detector that removes nearly everything' : null;
}

/** A number that is linear in what is known of the models before: a coefficient for each. */
interface Terms {
  readonly constant: number;
  /** of the variance of a synthetic sample about the common mean of the models that it may come from */
  readonly synthetic: number;
  /** of the squared error of that mean */
  readonly common: number;
  /** of its covariance with the mean of D_1, and with the sum over the archive */
  readonly initial: number;
  readonly stored: number;
}

/** What D_t makes of the models before it: expected values over what a detector may leave of it. */
interface Expected {
  /** weights of its samples: synthetic ones, those of D_1, those of the archive */
  readonly made: number;
  readonly initial: number;
  readonly archived: number;
  /** 1/j of the j synthetic samples */
  readonly perMade: number;
  /** m_t, and a_t without the floor */
  readonly error: Terms;
  readonly spread: Terms;
}

type See = (initial: number, fresh: number, made: number, probability: number) => void;

/** Whether the law sums over what a detector may leave. */
export const isSummed = ({ initial, fresh, drawn }: Recipe) => Math.max(initial, fresh, drawn) <= SUMMED;

/** All that may be left of D_1, new real and synthetic samples, with its probability. */
export function eachOutcome(recipe: Recipe, see: See): void {
  const { initial, fresh, drawn, archived, sieve } = recipe;
  if (!sieve) {
    see(initial, fresh, drawn, 1);
    return;
  }
  const left = (n: number, p: number): readonly Outcome[] => (isSummed(recipe) ? binomial(n, p) : [{ count: n * p, probability: 1 }]);
  const topped = (real: number, made: number) => Math.max(made, sieve.least - archived - real);
  if (sieve.refills) {
    const all = fresh + drawn;
    const real = fresh * (1 - sieve.real);
    for (const { count, probability } of left(all, real > 0 ? real / (real + drawn * (1 - sieve.made)) : 0)) {
      see(0, count, topped(count, all - count), probability);
    }
    return;
  }
  const leftMade = left(drawn, 1 - sieve.made);
  const leftFresh = left(fresh, 1 - sieve.real);
  for (const fixed of left(initial, 1 - sieve.real)) {
    for (const anew of leftFresh) {
      const probability = fixed.probability * anew.probability;
      const real = fixed.count + anew.count;
      for (const made of leftMade) {
        if (probability * made.probability < NEGLIGIBLE) continue;
        see(fixed.count, anew.count, topped(real, made.count), probability * made.probability);
      }
    }
  }
}

const TERMS = 5;

/** Expected values by what they depend on, so many at most: a run asks for the same ones generation after generation. */
const known = new Map<string, Expected>();
const KEPT = 2000;

/** @param initialSize n_ini */
export function expectedOf(recipe: Recipe, initialSize: number, unbiased: boolean): Expected {
  const { initial, fresh, drawn, archived, store, shared, sieve, realWeight } = recipe;
  const key = JSON.stringify([initial, fresh, drawn, archived, archived > 0 ? store : 0, shared, sieve, realWeight, initialSize, unbiased]);
  const before = known.get(key);
  if (before) return before;
  const value = expect(recipe, initialSize, unbiased);
  if (known.size >= KEPT) known.clear();
  known.set(key, value);
  return value;
}

/**
 * Of i real samples from D_1 and new, n_a from the archive (R together, weight w) and j synthetic ones (weight U = 1 - w), W_x and W_a the weights of
 * D_1 and of the archive in all:
 * m_t = w^2/R + 2 W_x W_a g/(n_ini N_A) + U^2 (s/j + c) + 2 W_x U A + 2 W_a U S/N_A, a_t = kappa (w + U (s + c) - m_t),
 * kappa = 1/(1 - w^2/R - U^2/j) or 1: the expected values of what stands beside s (`synthetic`), c (`common`), A and S.
 */
function expect(recipe: Recipe, initialSize: number, unbiased: boolean): Expected {
  const { archived, store, shared, realWeight } = recipe;
  const inStore = archived > 0 ? 1 / store : 0;
  const inBoth = (shared * inStore) / initialSize;
  const weights = { made: 0, initial: 0, archived: 0, perMade: 0 };
  const error = new Float64Array(TERMS);
  const spread = new Float64Array(TERMS);
  eachOutcome(recipe, (initial, fresh, made, probability) => {
    const real = initial + fresh + archived;
    const w = weightOf(real, made, realWeight, () => optimalWeight({ made, initial, fresh, archived, store, shared, initialSize }));
    const u = 1 - w;
    const each = real > 0 ? w / real : 0;
    const perMade = made > 0 ? 1 / made : 0;
    const ofInitial = initial * each;
    const ofArchive = archived * each;
    const own = w * each + u * u * perMade;
    const constant = w * each + 2 * ofInitial * ofArchive * inBoth;
    const withInitial = 2 * ofInitial * u;
    const withStore = 2 * ofArchive * u * inStore;
    const factor = probability * (unbiased ? 1 / (1 - own) : 1);
    weights.made += probability * u;
    weights.initial += probability * ofInitial;
    weights.archived += probability * ofArchive;
    weights.perMade += probability * perMade;
    error[0] += probability * constant;
    error[1] += probability * u * u * perMade;
    error[2] += probability * u * u;
    error[3] += probability * withInitial;
    error[4] += probability * withStore;
    spread[0] += factor * (w - constant);
    spread[1] += factor * (u - u * u * perMade);
    spread[2] += factor * (u - u * u);
    spread[3] -= factor * withInitial;
    spread[4] -= factor * withStore;
  });
  return { ...weights, error: termsOf(error), spread: termsOf(spread) };
}

function termsOf([constant, synthetic, common, initial, stored]: Float64Array): Terms {
  return { constant, synthetic, common, initial, stored };
}

/** w: by count, too, where one side is empty. */
function weightOf(real: number, made: number, realWeight: Recipe['realWeight'], optimal: () => number): number {
  if (realWeight === undefined || real === 0 || made === 0) return real / (real + made);
  return realWeight === 'optimal' ? optimal() : realWeight;
}

/** A model: a, and the covariances of its mean with the mean of D_1 (A) and with the sum over the archive (S). */
interface Model {
  readonly a: number;
  readonly initial: number;
  readonly stored: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The moments of the fitted model for t = 1, 2, ... without end, of every loop with an archive, a detector or weights, memory `previous` or `last`;
 * a and m as in `momentLaw`, exact in the same sense: of all that a detector may leave, the expected value. Followed are a of the last models, the
 * second moments of the errors of their means, and the covariances of these with the mean of D_1 and with the sum over the archive. Derived here.
 * @param initial n_ini
 * @param recipeAt what D_t is made of, t >= 2; of t = 1 what the archive shares with D_1
 * @param most the most models that give samples for one D_t (`modelsDrawnFrom`)
 */
export function* curedLaw(initial: number, recipeAt: (t: number) => Recipe, fit: Fit, most: number): Generator<LoopMoments, never> {
  const { unbiased, floor } = fit;
  // the newest first
  let models: Model[] = [
    { a: (initial - 1) / (unbiased ? initial - 1 : initial) + floor, initial: 1 / initial, stored: recipeAt(1).shared / initial },
  ];
  let errors = [[1 / initial]];
  let kind: LoopMoments['kind'] = null;
  for (let t = 2; ; t++) {
    yield { a: models[0].a, m: errors[0][0], v: 'not known with a cure', kind };

    const recipe = recipeAt(t);
    const { shared, archived: archiveDraw, store, bias } = recipe;
    if (recipe.sieve && !isSummed(recipe)) kind = 'approximate';
    const { made, initial: ofInitial, archived, error, spread } = expectedOf(recipe, initial, unbiased);
    const from = models.slice(0, Math.max(1, recipe.models));
    // of each model its covariance with the common mean of those that give samples
    const withCommon = errors.map((row) => mean(row.slice(0, from.length)));
    const common = mean(withCommon.slice(0, from.length));
    const apart = mean(from.map((_, at) => errors[at][at])) - common;
    const before = {
      constant: 1,
      synthetic: bias * mean(from.map(({ a }) => a)) + apart,
      common,
      initial: mean(from.map((model) => model.initial)),
      stored: mean(from.map((model) => model.stored)),
    };
    const inStore = archiveDraw > 0 ? archived / store : 0;
    const withOthers = models.map((model, at) => inStore * model.stored + ofInitial * model.initial + made * withCommon[at]);
    const next = {
      a: total(spread, before) + floor,
      initial: ofInitial / initial + (inStore * shared) / initial + made * before.initial,
      stored: archived + (ofInitial * shared) / initial + made * before.stored,
    };
    errors = [[total(error, before), ...withOthers], ...errors.map((row, at) => [withOthers[at], ...row])]
      .slice(0, most)
      .map((row) => row.slice(0, most));
    models = [next, ...models].slice(0, most);
  }
}

function total(terms: Terms, values: Terms): number {
  return (
    terms.constant * values.constant +
    terms.synthetic * values.synthetic +
    terms.common * values.common +
    terms.initial * values.initial +
    terms.stored * values.stored
  );
}
