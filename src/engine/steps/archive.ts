import type { Rng, Step } from '../contracts';
import { permutation } from '../samples';
import { union } from '../trainingSet';
import { ABOUT, type ARCHIVE_KEYS } from './archive.about';

/** Samples of the store join every training set, drawn without replacement; all of it where it holds no more. */
export const archive: Step<typeof ARCHIVE_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.archive > 0,
  async act(added, { recipe: { archived, store }, passage, rng, stored }) {
    return archived > 0 ? union(added, await stored(placesDrawn(store, archived, passage, rng))) : added;
  },
  law: (recipe) => (recipe.kept > 0 ? null : recipe),
};

/** So many places of a store, by lot; passages as a whole, so that what is drawn can be read. */
function placesDrawn(store: number, count: number, passage: number, rng: Rng): ArrayLike<number> {
  if (passage === 1) return permutation(store, rng, count);
  const passages = permutation(Math.ceil(store / passage), rng);
  const places: number[] = [];
  for (const first of passages) {
    for (let place = first * passage; place < Math.min(store, (first + 1) * passage) && places.length < count; place++) places.push(place);
  }
  return places;
}
