import type { TheoryData } from '../contracts';
import type { Experiment } from '../experiment';
import type { Recipe } from '../recipe';
import { settingsAt } from '../settings';
import { isCured } from './cured';
import { type Finding, WITHOUT_CURES } from './law';
import { firstOf } from './loopLaw';
import { type TextDrift, textDrift } from './textDrift';

/** What the laws of text know of a replicate's real data: how often each symbol stands in D_1 and in all text to train on, [alphabet]. */
export interface TextGiven {
  readonly counts: Float64Array;
  readonly pool: Float64Array;
  /** symbols of a sample, on average over D_1 */
  readonly perSample: number;
  /** whether so many samples are so many symbols, each drawn for itself at order 0: running text, but not names, which end where they end */
  readonly isRunning: boolean;
}

const AT_NO_SMOOTHING = 'known at smoothing μ = 0 only';

/** Known for one text after the other of the same size. @param smoothing of the model that wrote it */
function reasonAt(recipe: Recipe, second: Recipe, smoothing: number): string | null {
  if (smoothing > 0) return AT_NO_SMOOTHING;
  if (isCured(recipe)) return WITHOUT_CURES;
  if (recipe.memory !== 'previous') return 'known for the memory of the previous generation only';
  if (recipe.bias !== 1) return 'known at λ = 1 only';
  return recipe.drawn === second.drawn && recipe.fresh === second.fresh ? null : 'known for sizes that stay the same only';
}

/**
 * Drift of symbols, given D_1 (MODEL.md, theory): `heterozygosity` and `wordsAlive` of the symbols of D_t. At smoothing 0 only. Exact at order 0 for
 * running text of independent draws; with fresh data a stretch of the book is none, and with other orders a circular text keeps its frequencies on
 * average only: a guide. `wordsAlive` is a guide always.
 */
export function textTheory(experiment: Experiment, recipeAt: (t: number) => Recipe, { parts, given }: TheoryData): (t: number) => Finding {
  if (settingsAt(experiment, 1).smoothing > 0) return () => AT_NO_SMOOTHING;
  const real = given as TextGiven | null | undefined;
  if (!real) return () => 'known given a first training set only';
  const reason = firstOf(recipeAt, (recipe, t) => reasonAt(recipe, recipeAt(2), settingsAt(experiment, t - 1).smoothing));
  const { counts, pool, perSample, isRunning } = real;
  const symbols = (samples: number) => Math.round(samples * perSample);
  const { fresh, drawn } = recipeAt(2);
  const driftAt = textDrift({ parts, counts, fresh: fresh > 0 ? { real: symbols(fresh), pool } : null, synthetic: symbols(drawn) });
  const isExact = experiment.order === 0 && isRunning && fresh === 0;
  return (t) => {
    const why = reason(t);
    return why === null ? { law: lawOf(driftAt(t)), kind: isExact ? null : 'guide' } : why;
  };
}

const lawOf = ({ heterozygosity, wordsAlive }: TextDrift) => ({
  heterozygosity,
  wordsAlive: wordsAlive ?? 'known for fully synthetic data of the previous generation only',
});
