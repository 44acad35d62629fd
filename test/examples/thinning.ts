import type { Step } from '../../src/engine/contracts';
import { ORIGINS, rowsOf } from '../../src/engine/trainingSet';
import { ABOUT, type THINNING_KEYS } from './thinning.about';

const left = (drawn: number, thin: number) => drawn - Math.round((drawn * thin) / 100);

/** The last so many of the synthetic samples are left out: they are as good as any others. */
export const thinning: Step<typeof THINNING_KEYS> = {
  ...ABOUT,
  isOn: ({ thin }) => thin > 0,
  act(added, { settings: { thin } }) {
    const synthetic = [...added.part.keys()].filter((row) => ORIGINS[added.part[row]] === 'synthetic');
    const kept = new Set(synthetic.slice(0, left(synthetic.length, thin)));
    return rowsOf(
      added,
      [...added.part.keys()].filter((row) => ORIGINS[added.part[row]] !== 'synthetic' || kept.has(row)),
    );
  },
  law(recipe, { thin }) {
    if (recipe.kept > 0) return null;
    const drawn = left(recipe.drawn, thin);
    return { ...recipe, drawn, size: recipe.size - recipe.drawn + drawn };
  },
};
