import type { Modes } from '../contracts';
import { exp } from '../math/exp';
import { ln } from '../math/ln';
import { type Curation, poolOf, type Recipe } from '../recipe';
import { keptVariance } from './chiSquare';
import { isCured } from './cured';
import type { LoopMoments } from './moments';
import { both, type SteadyState } from './steady';

/** Where a smaller share of the candidates than this pleases, they run out before there are enough. */
const LEAST_PLEASED = 0.01;

/** A Gaussian whose mean lies on the line from the data's to the favourite: how far along it, and its variances along and across that line. */
interface Shape {
  readonly mean: number;
  readonly along: number;
  readonly across: number;
}

/** Why the law of curation does not hold with a recipe; null where it does. */
export function whyNotCurated(recipe: Recipe): string | null {
  if (recipe.memory !== 'previous') return 'with curation known for the memory previous only';
  return isCured(recipe) ? 'not known for curation beside other cures' : null;
}

/**
 * The moments of the fitted Gaussian for t = 1, 2, ... without end where somebody chooses among its samples: the limit of infinitely many samples,
 * real ones (share p) and synthetic ones in the shares of the recipes, data from N(mu_0, sigma^2 I). With mean s and variances v of what was chosen
 * the fit has the mean (1 - p) s and the variance p sigma^2 + (1 - p) v, and p (1 - p) s^2 more along the line to the favourite. Derived here.
 */
export function* curatedLaw(recipeAt: (t: number) => Recipe, { dim, sigma }: Pick<Modes, 'dim' | 'sigma'>): Generator<LoopMoments | string, never> {
  const truth = sigma * sigma;
  let shape: Shape | string = { mean: 0, along: truth, across: truth };
  for (let t = 2; ; t++) {
    yield typeof shape === 'string' ? shape : momentsOf(shape, dim, truth);
    if (typeof shape === 'string') continue;
    const recipe = recipeAt(t);
    const { bias, drawn, curated } = recipe;
    const candidates: Shape = { mean: shape.mean, along: bias * shape.along, across: bias * shape.across };
    const chosen: Shape | string = curated ? choose(candidates, curated, dim) : candidates;
    shape = typeof chosen === 'string' ? chosen : mixed(chosen, drawn / poolOf(recipe), truth);
  }
}

function momentsOf({ mean, along, across }: Shape, dim: number, truth: number): LoopMoments {
  const whole = dim * truth;
  return { a: (along + (dim - 1) * across) / whole, m: (mean * mean) / whole, v: 'not known with curation', kind: 'limit' };
}

/** Synthetic samples of share q beside real ones. */
function mixed({ mean, along, across }: Shape, q: number, truth: number): Shape {
  const p = 1 - q;
  return { mean: q * mean, along: p * truth + q * along + p * q * mean * mean, across: p * truth + q * across };
}

/**
 * The candidates that are chosen. By density: those nearest to the data's mean. By preference: the density of the candidates times
 * exp(-(kappa/2) |x - x*|^2) is a Gaussian again, with v/(1 + kappa v) and (s + kappa v x*)/(1 + kappa v), and its integral is the share that passes.
 */
function choose({ mean, along, across }: Shape, curated: Curation, dim: number): Shape | string {
  if (curated.by === 'density') {
    if (mean !== 0 || along !== across) return 'known for one kind of curation only';
    const kept = along * keptVariance(dim, curated.keep);
    return { mean, along: kept, across: kept };
  }
  const { kappa, distance } = curated;
  const gain = 1 + kappa * along;
  const gainAcross = 1 + kappa * across;
  const away = mean - distance;
  const passed = exp(-(ln(gain) + (dim - 1) * ln(gainAcross) + (kappa * away * away) / gain) / 2);
  if (passed < LEAST_PLEASED) return 'not known where hardly any sample pleases';
  return { mean: (mean + kappa * along * distance) / gain, along: along / gain, across: across / gainAcross };
}

/** Where a and m settle if the settings stay: by density at p/(1 - lambda q g), g what is left of the variance. */
export function curatedSteady(recipe: Recipe, dim: number, { m }: LoopMoments): SteadyState {
  const { curated, drawn, bias } = recipe;
  const reason = 'no closed form is known with curation';
  if (curated?.by !== 'density' || m !== 0) return both(reason);
  const q = drawn / poolOf(recipe);
  const rest = 1 - bias * q * keptVariance(dim, curated.keep);
  return { a: rest > 0 ? (1 - q) / rest : 'none: the variance grows for ever', m: 0 };
}
