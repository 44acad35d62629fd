import type { Recipe } from '../recipe';
import { curedLaw, isCured, whyNotCured } from './cured';
import { type Fit, type LoopMoments, momentLaw } from './moments';
import { remembered } from './overall';

/**
 * The moments of the fitted model by generation t = 1, 2, ..., by the law that the recipes up to it ask for: `momentLaw` until the first cure; in
 * words why they are not known.
 * @param most the most models that give samples for one D_t (`modelsDrawnFrom`)
 */
export function loopLaw(initial: number, recipeAt: (t: number) => Recipe, fit: Fit, most: number): (t: number) => LoopMoments | string {
  const plain = remembered(momentLaw(initial, recipeAt, fit, most));
  const cured = remembered(curedLaw(initial, recipeAt, fit, most));
  const begun = firstOf(recipeAt, (recipe) => isCured(recipe) || null);
  const reason = firstOf(recipeAt, whyNotCured);
  return (t) => (begun(t) ? (reason(t) ?? cured(t)) : plain(t));
}

/** What is found first in the recipes of generations 2 to t; null where nothing is. */
export function firstOf<Found>(recipeAt: (t: number) => Recipe, find: (recipe: Recipe, t: number) => Found | null): (t: number) => Found | null {
  let found: Found | null = null;
  let at = 1;
  return (t) => {
    while (found === null && at < t) {
      at++;
      found = find(recipeAt(at), at);
    }
    return at <= t ? found : null;
  };
}
