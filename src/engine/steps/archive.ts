import type { Step } from '../contracts';
import { permutation } from '../samples';
import { union } from '../trainingSet';
import { ABOUT, type ARCHIVE_KEYS } from './archive.about';

/** Samples of the store join every training set, drawn without replacement; all of it where it holds no more. */
export const archive: Step<typeof ARCHIVE_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.archive > 0,
  async act(added, { recipe: { archived, store }, rng, stored }) {
    return archived > 0 ? union(added, await stored(permutation(store, rng, archived))) : added;
  },
  law: (recipe) => (recipe.kept > 0 ? null : recipe),
};
