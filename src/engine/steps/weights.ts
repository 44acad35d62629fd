import type { Step } from '../contracts';
import { optimalWeight } from '../theory/optimalWeight';
import { ORIGINS, type Origin } from '../trainingSet';
import { ABOUT, type WEIGHT_KEYS } from './weights.about';

/** All real samples of D_t together have a weight of their own, spread evenly over them; where one side is missing, all count the same. */
export const weights: Step<typeof WEIGHT_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.realWeight !== 'count',
  weigh({ part }, { settings: { realWeight }, recipe: { store, shared }, initial }) {
    const counts: Record<Origin, number> = { initial: 0, fresh: 0, synthetic: 0, archive: 0 };
    for (const at of part) counts[ORIGINS[at]]++;
    const { synthetic: made, initial: fixed, fresh, archive: archived } = counts;
    const real = fixed + fresh + archived;
    if (made === 0 || real === 0 || realWeight === 'count') return null;
    const ofReal =
      realWeight === 'optimal' ? optimalWeight({ made, initial: fixed, fresh, archived, store, shared, initialSize: initial.count }) : realWeight;
    return Float64Array.from(part, (at) => (ORIGINS[at] === 'synthetic' ? (1 - ofReal) / made : ofReal / real));
  },
  law: (recipe, { realWeight }) => (realWeight === 'count' ? recipe : recipe.kept > 0 ? null : { ...recipe, realWeight }),
};
