import type { Dataset, Samples } from '../contracts';
import { byId } from '../registry';
import { permutation } from '../samples';
import { DATASETS } from './about';
import { imageSetOf, sizeOfHalf } from './imageSets';
import { digits } from './images';
import { stainOf } from './stain';

/** One in so many is stained. */
const EVERY = 5;

/** The same images, with full ink on the stain of those that have one. */
function stained(images: Samples, has: (row: number) => boolean): Samples {
  const { count, dim } = images;
  const values = images.values.slice();
  const stain = stainOf(dim);
  for (let row = 0; row < count; row++) if (has(row)) for (const pixel of stain) values[row * dim + pixel] = 1;
  return { ...images, values };
}

/**
 * Digits of which a fifth is stained (contract Sect. 1.1). To train on, every fifth in the replicate's order. Held out, a fifth by lot: so many
 * real samples have a share that wavers as that of generated ones does, and the noise floor knows how much.
 */
export const stainedDigits: Dataset = {
  ...byId(DATASETS, 'stained-digits'),
  open(experiment, replicate, host) {
    const source = digits.open(experiment, replicate, host);
    const lots = permutation(sizeOfHalf(imageSetOf(experiment), 'test'), replicate.fork('stain'));
    return {
      initial: async (count) => stained(await source.initial(count), (row) => row % EVERY === 0),
      fresh: async (count, offset, rng) => stained(await source.fresh(count, offset, rng), (row) => (offset + row) % EVERY === 0),
      heldOut: async (count) => stained(await source.heldOut(count), (row) => lots[row % lots.length] % EVERY === 0),
    };
  },
};
